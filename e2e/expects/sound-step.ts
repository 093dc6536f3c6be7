import type { Page } from '@playwright/test';
import { expectSoundPage } from './sound-page.ts';

/** Sound in every look; then back to the screen on which the step is done. */
export async function expectSoundStep(page: Page): Promise<void> {
  const screen = page.viewportSize();
  await expectSoundPage(page);
  if (screen !== null) await page.setViewportSize(screen);
}

/** The same where scripts are switched off: whoever examines needs them, the page has been made without and stays so. */
export async function expectSoundWithoutScripts(page: Page): Promise<void> {
  // A session of its own, which never ends: with it ends what it has switched off, and only what it has can it switch on.
  const browser = await page.context().newCDPSession(page);
  const switchOff = async (value: boolean): Promise<void> => {
    await browser.send('Emulation.setScriptExecutionDisabled', { value });
  };
  await switchOff(true);
  await switchOff(false);
  await expectSoundStep(page);
  await switchOff(true);
}
