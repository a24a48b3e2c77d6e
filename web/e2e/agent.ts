import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { agentPassword, agentUrl } from './environment';

/** An agent in a browser of their own, signed in to the dashboard. */
export class AgentPage {
  private constructor(readonly page: Page) {}

  static async signIn(context: BrowserContext, name: string): Promise<AgentPage> {
    const page = await context.newPage();
    await page.goto(`${agentUrl}/dashboard/`);
    await page.getByLabel('User name').fill(name);
    await page.getByLabel('Password').fill(agentPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('tab', { name: /Inbox/ })).toBeVisible();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    return new AgentPage(page);
  }

  get list(): Locator {
    return this.page.getByRole('tabpanel');
  }

  get ticket(): Locator {
    return this.page.getByRole('main');
  }

  get messages(): Locator {
    return this.page.getByRole('log', { name: 'Messages' });
  }

  async show(list: 'Inbox' | 'Mine' | 'All'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(list) }).click();
  }

  async open(text: string): Promise<void> {
    await this.list.getByRole('button').filter({ hasText: text }).click();
    await expect(this.ticket).toBeVisible();
  }

  async claim(): Promise<void> {
    await this.ticket.getByRole('button', { name: 'Claim', exact: true }).click();
  }

  async reply(text: string): Promise<void> {
    const composer = this.page.getByRole('textbox', { name: 'Your reply' });
    await composer.fill(text);
    await composer.press('Enter');
    await expect(this.messages.getByRole('article', { name: 'You' }).filter({ hasText: text })).toBeVisible();
    await expect(this.messages.getByText('Sending…')).toHaveCount(0);
  }

  async note(text: string): Promise<void> {
    await this.ticket.getByRole('button', { name: 'Private note' }).click();
    const composer = this.page.getByRole('textbox', { name: 'Your private note' });
    await composer.fill(text);
    await composer.press('Enter');
    await expect(this.messages.getByRole('article', { name: 'Private note by you' })).toContainText(text);
    await expect(this.messages.getByText('Sending…')).toHaveCount(0);
  }

  async transferTo(colleague: string, note: string): Promise<void> {
    await this.ticket.getByRole('button', { name: 'Transfer' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Transfer' });
    await dialog.getByRole('radio', { name: colleague }).check();
    await dialog.getByRole('textbox', { name: /Private note/ }).fill(note);
    await dialog.getByRole('button', { name: 'Transfer' }).click();
    await expect(dialog).toHaveCount(0);
  }

  async accept(subject: string): Promise<void> {
    const offer = this.page.getByRole('region', { name: `Offered to you: ${subject}` });
    await offer.getByRole('button', { name: 'Accept' }).click();
    await expect(offer).toHaveCount(0);
    await expect(this.page.getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  }

  async handBack(note: string): Promise<void> {
    await this.ticket.getByRole('button', { name: 'Hand back' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Hand back to the assistant' });
    await dialog.getByRole('textbox', { name: /What it should know/ }).fill(note);
    await dialog.getByRole('button', { name: 'Hand back' }).click();
    await expect(dialog).toHaveCount(0);
  }

  async resolve(): Promise<void> {
    await this.ticket.getByRole('button', { name: 'Resolve' }).click();
  }
}
