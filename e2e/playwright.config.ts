import { defineConfig } from '@playwright/test';

process.env['E2E_PORT'] ??= '4310';
const port = process.env['E2E_PORT'];

/** Flags that a container without sandbox and network needs; harmless elsewhere. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../.data/test/playwright.json' }]],
  globalSetup: './portal.ts',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // Recording every test takes a tenth of the time of all: `E2E_TRACE=1` records, and keeps what failed.
    trace: process.env['E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: chromiumFlags,
      ...(process.env['PORTAL_CHROMIUM'] ? { executablePath: process.env['PORTAL_CHROMIUM'] } : {}),
    },
  },
});
