import { defineConfig } from '@playwright/test';
import { chromium } from './environment';

// A default export because the tool wants one.
export default defineConfig({
  testDir: '.',
  testMatch: 'screenshots.ts',
  outputDir: '../target/screenshots',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: [['list']],
  use: { browserName: 'chromium', launchOptions: chromium, locale: 'en-GB' },
});
