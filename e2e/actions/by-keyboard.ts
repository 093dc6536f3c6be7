import { expect, type Locator, type Page } from '@playwright/test';

/** Nobody has to press Tab oftener than this on the way to what comes next. */
const MOST_STOPS = 60;
const MOST_CHOICES = 40;

/** Tabs on until what is wanted has the focus. */
export async function tabTo(page: Page, wanted: Locator, most = MOST_STOPS): Promise<void> {
  await tabUntil(page, wanted, (element) => element === document.activeElement, most);
}

/**
 * Somebody who has a keyboard alone. Places only say what is looked for: whatever is done is a key, pressed where the focus
 * is.
 */
export class ByKeyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A link, a button, something that opens. */
  async enter(wanted: Locator): Promise<void> {
    await tabTo(this.page, wanted);
    await this.page.keyboard.press('Enter');
  }

  /** A box that is ticked. */
  async tick(box: Locator): Promise<void> {
    await tabTo(this.page, box);
    await expect(box).not.toBeChecked();
    await this.page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }

  /** One of a few: Tab leads to their group, arrows from one to the next. */
  async choose(radio: Locator): Promise<void> {
    await tabUntil(this.page, radio, hasGroupFocus, MOST_STOPS);
    for (let steps = 0; steps < MOST_CHOICES && !(await hasFocus(radio)); steps += 1)
      await this.page.keyboard.press('ArrowDown');
    await expect(radio).toBeFocused();
    await this.page.keyboard.press('Space');
    await expect(radio).toBeChecked();
  }

  /** Words in a field, instead of those that stand there. */
  async write(field: Locator, words: string): Promise<void> {
    await tabTo(this.page, field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(words);
    await expect(field).toHaveValue(words);
  }

  /** A day in a field for days, part by part in the order in which the browser shows them: the month is first. */
  async writeDay(field: Locator, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    await tabTo(this.page, field);
    await this.page.keyboard.type(`${month}${date}${year}`);
    await expect(field).toHaveValue(day);
  }
}

async function tabUntil(
  page: Page,
  wanted: Locator,
  isThere: (element: Element) => boolean,
  most: number,
): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stops = 0; stops <= most; stops += 1) {
    if (await wanted.evaluate(isThere)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${page.url()}: ${most} times Tab do not lead to ${String(wanted)}`);
}

async function hasFocus(element: Locator): Promise<boolean> {
  return await element.evaluate((it) => it === document.activeElement);
}

/** Runs in the page: one of the radio buttons of its group is where the focus is. */
function hasGroupFocus(radio: Element): boolean {
  const here = document.activeElement;
  if (!(here instanceof HTMLInputElement && radio instanceof HTMLInputElement)) return false;
  return here.type === 'radio' && here.name === radio.name && here.form === radio.form;
}
