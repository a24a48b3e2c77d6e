import type { LaunchOptions } from '@playwright/test';

/** The running stack, and who may sign in to it. */
export const customerUrl = process.env['DESKHAND_CUSTOMER_URL'] ?? 'http://127.0.0.1:8080';
export const agentUrl = process.env['DESKHAND_AGENT_URL'] ?? 'http://127.0.0.1:8090';
export const agentPassword = process.env['DESKHAND_AGENT_PASSWORD'] ?? 'deskhand';

/** The system's Chromium, as root and without a screen if need be; it talks to nobody but the pages. */
export const chromium: LaunchOptions = {
  executablePath: process.env['DESKHAND_CHROMIUM'] || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
