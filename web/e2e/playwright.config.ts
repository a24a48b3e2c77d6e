import { defineConfig } from '@playwright/test';
import { chromium } from './environment';

// A default export because the tool wants one.
export default defineConfig({
  testDir: './journeys',
  outputDir: '../target/e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // The agents' tickets and slots are shared by all journeys.
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: chromium,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-GB',
  },
});
