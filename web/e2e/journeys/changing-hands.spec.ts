import { expect } from '@playwright/test';
import { test } from '../people';

test('a ticket goes from one agent to another and back to the assistant, and what colleagues write stays theirs', async ({
  people,
}) => {
  const [anna, ben] = await Promise.all([people.agent('anna'), people.agent('ben')]);
  const customer = await people.customer();
  const subject = `My stove FF-${Date.now() % 100_000} does not light`;
  await customer.say(subject);
  await customer.askForPerson();
  await anna.open(subject);
  await anna.claim();
  await anna.reply('Let me ask a colleague who knows this stove.');

  await anna.note('Third one of this batch.');
  await anna.transferTo('Ben', 'Could you take it? You had the other two.');
  await expect(anna.ticket.getByText('Offered to Ben').first()).toBeVisible();
  await expect(customer.widget.getByText('Waiting for a person')).toBeVisible();

  await ben.accept(subject);
  await expect(customer.log.getByText('Ben has joined')).toBeVisible();
  await expect(ben.messages.getByRole('article', { name: 'Private note by Anna' })).toHaveCount(2);
  await expect(anna.ticket.getByText('Ben has this ticket. You can read along.')).toBeVisible();
  await ben.reply('A new burner is on its way to you.');
  await expect(customer.from('Ben').filter({ hasText: 'A new burner is on its way' })).toBeVisible();

  await ben.handBack('A new burner was sent.');
  await expect(ben.ticket.getByText('The assistant has this ticket.')).toBeVisible();
  await expect(customer.widget.getByRole('button', { name: 'Talk to a person' })).toBeVisible();
  await customer.say('How do I return something?');
  await customer.answered();

  for (const secret of ['Third one of this batch', 'You had the other two', 'A new burner was sent'])
    await expect(customer.log.getByText(secret)).toHaveCount(0);

  await customer.widget.getByRole('button', { name: 'Mark as resolved' }).click();
  await expect(customer.widget.getByText('This ticket is resolved.')).toBeVisible();
});

test('a customer who waits goes back to the assistant, and an agent who is offered a ticket declines it', async ({
  people,
}) => {
  const [anna, ben] = await Promise.all([people.agent('anna'), people.agent('ben')]);
  const customer = await people.customer();
  const subject = `My lamp FF-${Date.now() % 100_000} is too dim`;
  await customer.say(subject);
  await customer.askForPerson();

  await anna.open(subject);
  await anna.page.keyboard.press('t');
  const dialog = anna.page.getByRole('dialog', { name: 'Offer to a colleague' });
  await dialog.getByRole('radio', { name: 'Ben' }).check();
  await dialog.getByRole('button', { name: 'Offer' }).click();
  await expect(ben.page.getByRole('region', { name: `Offered to you: ${subject}` })).toBeVisible();
  await ben.page.keyboard.press('d');
  await expect(ben.page.getByRole('region', { name: `Offered to you: ${subject}` })).toHaveCount(0);
  await expect(anna.messages.getByText('Ben declined')).toBeVisible();
  await expect(anna.list.getByRole('button').filter({ hasText: subject }).getByText('Front')).toBeVisible();

  await customer.widget.getByRole('button', { name: 'Back to the assistant' }).click();
  await expect(customer.widget.getByText('Your place in the queue is kept')).toBeVisible();
  await expect(anna.ticket.getByText('The assistant has this ticket.')).toBeVisible();
  await customer.say('How long does delivery take?');
  await customer.answered();
  await customer.widget.getByRole('button', { name: 'Mark as resolved' }).click();
  await expect(customer.widget.getByText('This ticket is resolved.')).toBeVisible();
});

test('a ticket that was resolved goes on when the customer writes again, and a supervisor takes over', async ({
  people,
}) => {
  const [anna, ben] = await Promise.all([people.agent('anna'), people.agent('ben')]);
  const customer = await people.customer();
  const subject = `My rope FF-${Date.now() % 100_000} is too short`;
  await customer.say(subject);
  await customer.askForPerson();
  await ben.open(subject);
  await ben.claim();
  await ben.reply('You can exchange it.');
  await ben.resolve();
  await customer.widget.getByRole('button', { name: 'Go on with this one' }).click();
  await customer.say('For which length?');
  await expect(ben.messages.getByText('For which length?')).toBeVisible();
  await expect(ben.page.getByRole('textbox', { name: 'Your reply' })).toBeVisible();

  await anna.show('All');
  await anna.open(subject);
  await anna.page.keyboard.press('c');
  const dialog = anna.page.getByRole('dialog', { name: 'Take over from Ben' });
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('I know ropes.');
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(customer.log.getByText('Anna has joined')).toBeVisible();
  await expect(ben.messages.getByText('Reason: I know ropes.')).toBeVisible();
  await expect(ben.page.getByRole('status').filter({ hasText: `Anna took over: ${subject}` })).toBeVisible();

  await anna.reply('Sixty metres.');
  await anna.page.getByRole('textbox', { name: 'Your reply' }).press('Escape');
  await anna.page.keyboard.press('s');
  await anna.page.getByRole('dialog', { name: 'Snooze' }).getByRole('button', { name: 'Snooze' }).click();
  await expect(anna.messages.getByText(/^Snoozed until (?:\w+ \d+ \w+, )?\d\d:\d\d$/)).toBeVisible();
  await anna.resolve();
  await expect(customer.widget.getByText('This ticket is resolved.')).toBeVisible();
});
