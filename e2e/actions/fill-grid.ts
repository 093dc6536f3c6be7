import { expect, type Page } from '@playwright/test';
import { tabTo } from './by-keyboard.ts';

/** A grid of a month has a stop in each of its cells. */
const MOST_CELLS = 400;

/** Presses keys as somebody does who has no mouse, and counts those that are no digits. */
export class Keys {
  readonly #page: Page;
  /** Keys beyond digits since the start. */
  beyondDigits = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.beyondDigits += 1;
      await this.#page.keyboard.press(key);
    }
  }

  /** Digits, one key each. */
  async digits(digits: string): Promise<void> {
    if (!/^\d+$/.test(digits)) throw new Error(`These are not only digits: ${digits}`);
    await this.#page.keyboard.type(digits);
  }

  /** Tabs on until what is looked for has the focus. */
  async tabTo(isThere: {
    readonly role: Parameters<Page['getByRole']>[0];
    readonly name: string | RegExp;
  }): Promise<void> {
    const target = this.#page.getByRole(isThere.role, { name: isThere.name }).first();
    await tabTo(this.#page, target, MOST_CELLS);
  }
}

/** A real paste: what is on the clipboard, by Ctrl+V. The context needs the clipboard's permissions. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(async (words) => await navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+V');
}

/** What is typed is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^Sparat \d/)).toBeVisible({ timeout: 20_000 });
}
