import { expect } from '@playwright/test';
import { test } from '../people';

test('a customer asks for a person, an agent claims, both talk, and the ticket is resolved', async ({ people }) => {
  const anna = await people.agent('anna');
  const customer = await people.customer();
  const subject = `My order FF-${Date.now() % 100_000} has not arrived`;
  await customer.say(subject);
  await expect(customer.from('Fern, automated assistant').nth(1)).toBeVisible();
  await customer.askForPerson();

  // The item comes in live, with a toast; nobody reloads.
  await expect(anna.page.getByRole('status').filter({ hasText: 'New in the inbox' })).toBeVisible();
  await anna.open(subject);
  await expect(anna.ticket.getByRole('region', { name: 'Handoff packet' })).toBeVisible();
  await expect(anna.page.getByText('Customer is here')).toBeVisible();
  await anna.claim();
  await expect(anna.page.getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  await expect(customer.log.getByText('Anna has joined')).toBeVisible();
  await expect(customer.widget.getByRole('heading', { name: 'Anna' })).toBeVisible();

  const composer = anna.page.getByRole('textbox', { name: 'Your reply' });
  await composer.pressSequentially('I am looking');
  await expect(customer.widget.getByText('Anna is typing')).toBeVisible();
  await anna.reply('I am looking at your order now.');
  await expect(customer.from('Anna').filter({ hasText: 'I am looking at your order now.' })).toBeVisible();

  await customer.composer.pressSequentially('Thank');
  await expect(anna.messages.getByText(/is typing/)).toBeVisible();
  await customer.say('Thank you, Anna.');
  await expect(anna.messages.getByText('Thank you, Anna.')).toBeVisible();

  await anna.reply('It will be there tomorrow.');
  await expect(customer.from('Anna').filter({ hasText: 'It will be there tomorrow.' })).toBeVisible();
  await anna.resolve();
  await expect(customer.widget.getByText('This ticket is resolved.')).toBeVisible();
  await anna.show('Mine');
  await expect(anna.list.getByRole('button').filter({ hasText: subject })).toHaveCount(0);

  await customer.widget.getByRole('button', { name: 'Start a new ticket' }).click();
  await expect(customer.composer).toBeVisible();
  await expect(customer.from('You')).toHaveCount(0);
});

test('an agent watches the assistant answer and takes over', async ({ people }) => {
  const ben = await people.agent('ben');
  const customer = await people.customer();
  const first = `Which boot size do I need for size ${30 + (Date.now() % 17)}?`;
  await customer.say(first);
  await ben.show('All');
  await ben.open(first);
  await expect(ben.ticket.getByText('You see its answers as it writes them.')).toBeVisible();
  await customer.say('How long does delivery take?');
  await expect(
    ben.messages.getByRole('article', { name: /^Visitor/ }).filter({ hasText: 'How long does delivery take?' }),
  ).toBeVisible();
  await ben.ticket.getByRole('button', { name: 'Claim to reply' }).click();
  await expect(customer.log.getByText('Ben has joined')).toBeVisible();
  await expect(customer.widget.getByRole('button', { name: 'Talk to a person' })).toHaveCount(0);
  await ben.reply('Ben here, I take it from now on.');
  await expect(customer.log.getByRole('article').last()).toContainText('Ben here, I take it from now on.');
  await ben.resolve();
  await expect(customer.widget.getByText('This ticket is resolved.')).toBeVisible();
});
