import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test';
import { AgentPage } from './agent';
import { CustomerPage } from './customer';

interface People {
  /** A browser of its own, closed after the test. */
  newBrowser(options?: BrowserContextOptions): Promise<BrowserContext>;
  customer(options?: BrowserContextOptions): Promise<CustomerPage>;
  agent(name: 'anna' | 'ben', options?: BrowserContextOptions): Promise<AgentPage>;
}

export const test = base.extend<{ people: People }>({
  people: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const newBrowser = async (options?: BrowserContextOptions): Promise<BrowserContext> => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context;
    };
    await use({
      newBrowser,
      customer: async (options) => CustomerPage.arrive(await newBrowser(options)),
      agent: async (name, options) => AgentPage.signIn(await newBrowser(options), name),
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});
