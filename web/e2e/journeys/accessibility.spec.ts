import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../people';
import { agentUrl } from '../environment';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the widget has no accessibility violations in ${colorScheme} mode`, async ({ people }) => {
    const customer = await people.customer({ colorScheme });
    await customer.say('How do I return something?');
    await customer.answered();
    // The shop's page is somebody else's; the frame is ours.
    const { violations } = await new AxeBuilder({ page: customer.page }).include('deskhand-widget').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test(`the dashboard has no accessibility violations in ${colorScheme} mode`, async ({ people }) => {
    const page = await (await people.newBrowser({ colorScheme })).newPage();
    await page.goto(`${agentUrl}/dashboard/`);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const signIn = await new AxeBuilder({ page }).analyze();
    expect(signIn.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

    const customer = await people.customer();
    const subject = `A question about colours ${colorScheme} ${Date.now() % 100_000}`;
    await customer.say(subject);
    await customer.askForPerson();
    const anna = await people.agent('anna', { colorScheme });
    await anna.open(subject);
    await expect(anna.messages.getByText(subject)).toBeVisible();
    const { violations } = await new AxeBuilder({ page: anna.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await anna.claim();
    await anna.reply('Green.');
    await anna.resolve();
    await expect(anna.ticket.getByText('This ticket is resolved.')).toBeVisible();
  });
}
