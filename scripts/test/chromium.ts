import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function found(): string | null {
  return (
    SYSTEM_BROWSERS.find((path) => existsSync(path)) ??
    (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)
  );
}

/**
 * A Chromium to test with: the system's, Playwright's own, or – on Debian as root – one installed now.
 * Throws a sentence that says what to do when there is none.
 */
export function findOrInstallChromium(): string {
  const already = found();
  if (already !== null) return already;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } else {
    spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
  const now = found();
  if (now === null)
    throw new Error(
      'No Chromium found for the browser tests. Install it (Debian: apt-get install chromium) and run again.',
    );
  return now;
}
