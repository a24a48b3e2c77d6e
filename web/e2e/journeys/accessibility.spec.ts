import { expect } from '@playwright/test';
import { test } from '../people';
import { agentUrl } from '../environment';
import { violations } from '../violations';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the widget has no accessibility violations in ${colorScheme} mode`, async ({ people }) => {
    const customer = await people.customer({ colorScheme });
    await customer.say('How do I return something?');
    await customer.answered();
    expect(await violations(customer.page, 'deskhand-widget')).toEqual([]);
    await customer.askForPerson();
    // The shop's page is somebody else's; the frame is ours.
    expect(await violations(customer.page, 'deskhand-widget')).toEqual([]);
  });

  test(`the dashboard has no accessibility violations in ${colorScheme} mode`, async ({ people }) => {
    const page = await (await people.newBrowser({ colorScheme })).newPage();
    await page.goto(`${agentUrl}/dashboard/`);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    const customer = await people.customer();
    const subject = `A question about colours ${colorScheme} ${Date.now() % 100_000}`;
    await customer.say(subject);
    await customer.askForPerson();
    const anna = await people.agent('anna', { colorScheme });
    await anna.open(subject);
    await expect(anna.messages.getByText(subject)).toBeVisible();
    expect(await violations(anna.page)).toEqual([]);
    await anna.claim();
    await anna.note('They mean the tent.');
    await anna.page.getByRole('button', { name: 'Reply', exact: true }).click();
    await anna.reply('Green.');
    expect(await violations(anna.page)).toEqual([]);

    await people.agent('ben');
    for (const [button, dialog] of [
      ['Transfer', 'Transfer'],
      ['Edit team, priority and tags', 'Team, priority and tags'],
      ['Keyboard shortcuts', 'Keyboard shortcuts'],
    ] as const) {
      await anna.page.getByRole('button', { name: button }).click();
      await expect(anna.page.getByRole('dialog', { name: dialog })).toBeVisible();
      expect(await violations(anna.page, '[role="dialog"]')).toEqual([]);
      await anna.page.keyboard.press('Escape');
    }
    await anna.resolve();
    await expect(anna.ticket.getByText('This ticket is resolved.')).toBeVisible();
  });
}
