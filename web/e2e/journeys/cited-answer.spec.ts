import { expect } from '@playwright/test';
import { test } from '../people';

test('a customer asks and gets an answer that grows, with its source', async ({ people }) => {
  const customer = await people.customer();
  await expect(customer.from('Fern, automated assistant')).toContainText('Hello, I am Fern');
  await expect(customer.widget.getByText('Assistant answers from our help articles')).toBeVisible();

  // Lengths of the answer as they stood on the screen, to see that it grew and did not appear at once.
  await customer.log.evaluate((element) => {
    const seen: number[] = [];
    Object.assign(globalThis, { seenLengths: seen });
    new MutationObserver(() => seen.push(element.lastElementChild?.textContent?.length ?? 0)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

  await customer.say('How do I return something?');
  const answer = await customer.answered();
  await expect(answer).toContainText(/return/i);

  const source = answer.getByRole('list', { name: 'Sources' }).getByRole('link').first();
  await expect(source).toHaveAttribute('href', /^\/help\//);
  const seen = await customer.log.evaluate(() => (globalThis as unknown as { seenLengths: number[] }).seenLengths);
  expect(new Set(seen).size).toBeGreaterThan(3);

  const [article] = await Promise.all([customer.page.waitForEvent('popup'), source.click()]);
  await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a ticket is still there after the page is loaded again', async ({ people }) => {
  const customer = await people.customer();
  await customer.say('How long does delivery take?');
  await customer.answered();
  await customer.page.reload();
  await customer.page.getByRole('button', { name: /^Open Fjell & Fern help/ }).click();
  await expect(customer.from('You').filter({ hasText: 'How long does delivery take?' })).toHaveCount(1);
  await customer.answered();
});

test('markup in a message is text', async ({ people }) => {
  const customer = await people.customer();
  await customer.say('<img src=x onerror="document.title=1"> **bold** [x](javascript:alert(1))', '<img src=x');
  const message = customer.from('You');
  await expect(message.locator('img')).toHaveCount(0);
  await expect(message.getByRole('link')).toHaveCount(0);
  await expect(message.locator('strong')).toHaveText('bold');
});

test('the widget works with the keyboard alone', async ({ people }) => {
  const customer = await people.customer();
  await expect(customer.composer).toBeFocused();
  await customer.page.keyboard.press('Escape');
  const launcher = customer.page.getByRole('button', { name: 'Open Fjell & Fern help' });
  await expect(launcher).toBeFocused();
  await customer.page.keyboard.press('Enter');
  await expect(customer.composer).toBeFocused();
  await customer.page.keyboard.type('one');
  await customer.page.keyboard.press('Shift+Enter');
  await customer.page.keyboard.type('two');
  await expect(customer.composer).toHaveValue('one\ntwo');
});
