import { expect } from '@playwright/test';
import { test } from '../people';
import { violations } from '../violations';

test('a colleague approves what the assistant says, and what they tell it stays between them', async ({ people }) => {
  const anna = await people.agent('anna', { colorScheme: 'dark' });
  const customer = await people.customer();
  const subject = `Hello, this is about FF-${Date.now() % 100_000}`;
  await customer.say(subject);

  await anna.show('All');
  await anna.open(subject);
  await anna.page.keyboard.press('w');
  const words = anna.page.getByRole('textbox', { name: 'Your words to the assistant' });
  await words.fill('They may return everything, we agreed on the phone.');
  await words.press('Enter');
  await expect(anna.messages.getByRole('article', { name: 'you told the assistant' })).toContainText('we agreed');
  await anna.ticket.getByRole('button', { name: 'More actions' }).click();
  await anna.page.getByRole('menuitem', { name: 'Approve its answers first' }).click();
  const row = anna.list.getByRole('button').filter({ hasText: subject });
  await expect(row).toContainText('Approved first');

  const card = anna.page.getByRole('region', { name: 'The assistant wants to answer' });
  await customer.say('How do I return something?');
  await anna.show('Inbox');
  await expect(row.getByText('Approve', { exact: true })).toBeVisible();
  expect(await violations(anna.page)).toEqual([]);
  const proposed = (await card.locator('.review-words').innerText()).slice(0, 40);
  await card.getByRole('button', { name: 'Edit…' }).click();
  const edited = card.getByRole('textbox', { name: 'The answer as the customer will read it' });
  await edited.fill('Send it back within 30 days, as we agreed.');
  await edited.press('Enter');
  await expect(customer.from('Fern, automated assistant').filter({ hasText: 'as we agreed.' })).toBeVisible();
  await expect(card).toHaveCount(0);
  await expect(customer.log.getByText(proposed)).toHaveCount(0);

  await customer.say('How long does delivery take?');
  await card.getByRole('button', { name: 'Send back…' }).click();
  await card.getByRole('textbox', { name: 'What the assistant should do differently' }).fill('Say where it is from.');
  await card.getByRole('button', { name: 'Send back' }).click();
  await expect(anna.messages.getByRole('article', { name: 'you sent the answer back' })).toBeVisible();
  await card.getByRole('button', { name: 'Approve' }).click();
  await customer.answered();

  for (const secret of ['on the phone', 'where it is from'])
    await expect(customer.log.getByText(secret)).toHaveCount(0);
});
