import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { agentUrl } from './environment';
import { test } from './people';

/** Makes docs/images again from a running stack: npm run screenshots. */
const image = (name: string): string => fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));
const SHOP = { viewport: { width: 1280, height: 820 } };
const DESK = { viewport: { width: 1440, height: 860 } };

test('pictures of the widget', async ({ people }) => {
  for (const [name, colorScheme] of [
    ['widget', 'light'],
    ['widget-dark', 'dark'],
  ] as const) {
    const customer = await people.customer({ ...SHOP, colorScheme });
    await expect(customer.from('Fern, automated assistant').first()).toBeVisible();
    if (colorScheme === 'light') await customer.page.screenshot({ path: image('widget-greeting') });
    await customer.say('How do I return something?');
    const answer = await customer.answered();
    await answer.getByRole('link').last().scrollIntoViewIfNeeded();
    await customer.page.screenshot({ path: image(name) });
  }
  const phone = await people.customer({
    viewport: { width: 390, height: 780 },
    isMobile: true,
    hasTouch: true,
  });
  await phone.say('How long does delivery take?');
  await phone.answered();
  await phone.page.screenshot({ path: image('widget-phone') });
});

test('pictures of the dashboard', async ({ people }) => {
  const signIn = await (await people.newBrowser(DESK)).newPage();
  await signIn.goto(`${agentUrl}/dashboard/`);
  await expect(signIn.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await signIn.screenshot({ path: image('dashboard-sign-in') });

  const ben = await people.agent('ben', DESK);
  await expect(ben.page.getByText('Nobody is waiting').or(ben.list.getByRole('button').first())).toBeVisible();
  for (const question of [
    'My parcel FF-20418 never arrived',
    'The zip of my tent is torn',
    'Which size in the Skar boots?',
  ]) {
    const other = await people.customer(SHOP);
    await other.say(question);
    if (!question.startsWith('Which')) await other.askForPerson();
  }
  const customer = await people.customer(SHOP);
  const subject = 'My boots FF-20733 do not fit, can I exchange them?';
  await customer.say(subject);
  await expect(customer.from('Fern, automated assistant').nth(1)).toBeVisible();
  await customer.askForPerson();

  const anna = await people.agent('anna', DESK);
  await anna.open(subject);
  await expect(anna.ticket.getByRole('region', { name: 'Handoff packet' })).toBeVisible();
  await expect(anna.page.getByText('Customer is here')).toBeVisible();
  await anna.page.screenshot({ path: image('dashboard') });
  await customer.page.screenshot({ path: image('widget-queued') });

  await anna.claim();
  await anna.reply('Hello, this is Anna. Of course: which size would fit you better?');
  await expect(customer.from('Anna')).toBeVisible();
  await customer.say('One size up, so a 43.');
  await anna.show('Mine');
  await expect(anna.messages.getByText('One size up, so a 43.')).toBeVisible();
  await anna.page.screenshot({ path: image('dashboard-claimed') });
  await anna.page.emulateMedia({ colorScheme: 'dark' });
  await anna.page.screenshot({ path: image('dashboard-dark') });
  await customer.page.screenshot({ path: image('widget-agent') });
  await anna.reply('Done, the new pair leaves today.');
  await anna.resolve();
  await expect(customer.widget.getByText('This ticket is resolved.')).toBeVisible();
});
