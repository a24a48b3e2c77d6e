import { expect, type BrowserContext, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { customerUrl } from './environment';

/** A customer in a browser of their own, with the widget open on the shop's page. */
export class CustomerPage {
  private constructor(
    readonly page: Page,
    readonly widget: FrameLocator,
  ) {}

  /** @param shopper who they shop as */
  static async arrive(context: BrowserContext, shopper?: 'guest' | 'Mira (gold member)'): Promise<CustomerPage> {
    const page = await context.newPage();
    await page.goto(`${customerUrl}/demo/`);
    if (shopper !== undefined) {
      const signed = page.waitForEvent('load');
      await page.getByRole('combobox', { name: 'Shop as' }).selectOption(shopper);
      await signed;
    }
    await page.getByRole('button', { name: 'Open Fjell & Fern help' }).click();
    return new CustomerPage(page, page.frameLocator('iframe[title="Fjell & Fern help"]'));
  }

  get composer(): Locator {
    return this.widget.getByRole('textbox', { name: 'Your message' });
  }

  get log(): Locator {
    return this.widget.getByRole('log', { name: 'Messages' });
  }

  /** Messages of one author: "You", "Fern, automated assistant", an agent's name. */
  from(author: 'You' | 'Fern, automated assistant' | 'Anna' | 'Ben'): Locator {
    return this.log.getByRole('article', { name: author, exact: true });
  }

  /** @param shown what of the text stands on the screen, when that is not all of it */
  async say(text: string, shown = text): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.from('You').filter({ hasText: shown })).toBeVisible();
  }

  /** The first answer, complete with its sources. */
  async answered(): Promise<Locator> {
    const sources = this.widget.getByRole('list', { name: 'Sources' });
    const answer = this.from('Fern, automated assistant').filter({
      has: this.widget.getByRole('list', { name: 'Sources' }),
    });
    await expect(sources.first()).toBeVisible();
    return answer.first();
  }

  async askForPerson(): Promise<void> {
    await this.widget.getByRole('button', { name: 'Talk to a person' }).click();
    await expect(this.widget.getByText('A person has been asked. You can keep writing')).toBeVisible();
  }
}
