import { expect } from '@playwright/test';
import { test } from '../people';

test('two agents race for one claim: one wins, the other is told who (I14)', async ({ people }) => {
  const [anna, ben] = await Promise.all([people.agent('anna'), people.agent('ben')]);
  const customer = await people.customer();
  const subject = `My tent has a torn zip, case ${Date.now() % 100_000}`;
  await customer.say(subject);
  await customer.askForPerson();
  await Promise.all([anna.open(subject), ben.open(subject)]);

  // Both requests wait until both are there, so that the race is one.
  const arrived: (() => void)[] = [];
  for (const { page } of [anna, ben]) {
    await page.route('**/claim', async (route) => {
      await new Promise<void>((resolve) => {
        arrived.push(resolve);
        if (arrived.length === 2) arrived.forEach((release) => release());
      });
      await route.continue();
    });
  }
  await Promise.all([anna.claim(), ben.claim()]);

  const annaLost = anna.page.getByRole('alert').filter({ hasText: 'Ben claimed this first' });
  const benLost = ben.page.getByRole('alert').filter({ hasText: 'Anna claimed this first' });
  await expect.poll(async () => (await annaLost.count()) + (await benLost.count())).toBe(1);

  const [winner, loser] = (await benLost.count()) === 1 ? [anna, ben] : [ben, anna];
  await expect(winner.page.getByRole('textbox', { name: 'Your reply' })).toBeVisible();
  await expect(loser.ticket.getByText(/has this ticket\. You can read along\./)).toBeVisible();
  await expect(loser.page.getByRole('textbox', { name: 'Your reply' })).toHaveCount(0);
  await expect(customer.log.getByText(/has joined/)).toHaveCount(1);

  await winner.reply('Sorry about the zip.');
  await winner.resolve();
  await expect(customer.widget.getByText('This ticket is resolved.')).toBeVisible();
});
