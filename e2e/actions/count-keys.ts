import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody with a keyboard alone, who types nothing: each key that they press is counted. */
export type CountedKeys = {
  /** To the page's own part, past what stands on every page. */
  readonly skip: () => Promise<void>;
  /** From here to a link or button, and presses it. */
  readonly press: (target: Locator) => Promise<void>;
  readonly presses: () => number;
};

/** Farther from where one is than this nothing is looked for. */
const FARTHEST = 12;

export function countKeys(page: Page): CountedKeys {
  let count = 0;
  const key = async (name: 'Tab' | 'Enter'): Promise<void> => {
    count += 1;
    await page.keyboard.press(name);
  };
  const isFocused = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);
  return {
    skip: async () => {
      await key('Tab');
      await key('Enter');
    },
    press: async (target) => {
      await expect(target).toBeVisible();
      for (let step = 0; step < FARTHEST; step += 1) {
        await key('Tab');
        // One key after the other.
        // oxlint-disable-next-line no-await-in-loop
        if (await isFocused(target)) break;
      }
      await expect(target).toBeFocused();
      await key('Enter');
    },
    presses: () => count,
  };
}
