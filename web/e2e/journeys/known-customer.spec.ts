import { expect } from '@playwright/test';
import { CustomerPage } from '../customer';
import { test } from '../people';

test('a known customer comes first, finds the ticket on another device, and leaves nothing behind', async ({
  people,
}) => {
  const anna = await people.agent('anna');
  const shared = await people.newBrowser();
  const mira = await CustomerPage.arrive(shared, 'Mira (gold member)');
  const subject = `Mira's parcel FF-${Date.now() % 100_000} is late`;
  await mira.say(subject);
  await mira.askForPerson();

  await anna.open(subject);
  await expect(anna.messages.getByRole('article', { name: 'Mira Solberg' })).toContainText(subject);
  const packet = anna.ticket.getByRole('region', { name: 'Handoff packet' });
  await expect(packet).toContainText('Verified');
  await expect(packet).toContainText('tier gold');

  const phone = await CustomerPage.arrive(await people.newBrowser(), 'Mira (gold member)');
  await expect(phone.from('You').filter({ hasText: subject })).toBeVisible();

  const guest = await CustomerPage.arrive(shared, 'guest');
  await expect(guest.composer).toBeVisible();
  await expect(guest.from('You')).toHaveCount(0);
});
