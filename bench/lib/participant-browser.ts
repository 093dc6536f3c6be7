import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { chooseFreePort } from '#lib/server/db/free-port.ts';
import { findOrInstallChromium } from '#scripts/test/chromium.ts';

/** Flags that a container without sandbox and network needs; harmless elsewhere. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type ParticipantBrowser = {
  readonly context: BrowserContext;
  /** Where others can lead the same browser, with the same cookies. */
  readonly debuggingPort: number;
};

/** A Chromium as large as a phone, with a profile of its own, for as long as the work takes. */
export async function withParticipantBrowser<T>(
  work: (browser: ParticipantBrowser) => Promise<T>,
): Promise<T> {
  const profile = mkdtempSync(path.join(tmpdir(), 'portal-bench-browser-'));
  const debuggingPort = await chooseFreePort(undefined, 9400);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['PORTAL_CHROMIUM'] ?? findOrInstallChromium(),
    args: [...FLAGS, `--remote-debugging-port=${debuggingPort}`],
    viewport: { width: 412, height: 823 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  });
  try {
    return await work({ context, debuggingPort });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
