import type { Page } from 'playwright';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';

/** What happens to somebody who types. Sessions end more seldom: it takes a login to go on. */
export const KINDS = [
  'closed',
  'closed',
  'crashed',
  'crashed',
  'offline',
  'offline',
  'sameCell',
  'otherCell',
  'sessionEnded',
] as const;
export type InterruptionKind = (typeof KINDS)[number];

/** A text that stood in a cell when it was over. */
export type Interrupted = { readonly row: number; readonly field: GridField; readonly text: string };

type Given = {
  readonly page: Page;
  readonly cells: readonly Interrupted[];
  readonly pick: (from: number, to: number) => number;
  readonly endSessions: () => Promise<void>;
  readonly openAgain: () => Promise<Page>;
};

/** Types, and interrupts in the middle of it or just after; what had been typed. Pages are left as they are. */
export async function interrupt(kind: InterruptionKind, given: Given): Promise<readonly Interrupted[]> {
  const { page, pick, endSessions, openAgain } = given;
  const [first, second, third] = given.cells;
  if (first === undefined || second === undefined || third === undefined)
    throw new RangeError('Three cells are needed');
  const cut = { ...second, text: second.text.slice(0, pick(1, second.text.length)) };
  await type(page, first);
  // Sometimes what was typed first is saved already, or on its way.
  await page.waitForTimeout([0, 0, 300, 1050][pick(0, 3)] ?? 0);
  switch (kind) {
    case 'closed':
      await type(page, cut);
      await page.close();
      return [first, cut];
    case 'crashed':
      await type(page, cut);
      await crash(page);
      return [first, cut];
    case 'offline': {
      const context = page.context();
      await context.setOffline(true);
      await type(page, cut);
      await page.waitForTimeout(pick(0, 1) * 1200);
      if (pick(0, 1) === 0) await page.close();
      await context.setOffline(false);
      return [first, cut];
    }
    case 'sessionEnded':
      await endSessions();
      await type(page, cut);
      await page.waitForTimeout(pick(0, 1) * 1200);
      return [first, cut];
    case 'otherCell':
    case 'sameCell': {
      const other = await openAgain();
      await type(page, cut);
      const there = kind === 'otherCell' ? third : { ...cut, text: third.text };
      await type(other, there);
      if (pick(0, 1) === 0) await crash(page);
      return [first, cut, there];
    }
  }
}

async function type(page: Page, { row, field, text }: Interrupted): Promise<void> {
  const cell = page.locator(`[name="rows.${row}.typed.${field}"]`);
  await cell.focus();
  // On the page, not on the cell: that would put the caret first in a tab that lies behind another, as no hand does.
  await page.keyboard.type(text);
  // What never stood there cannot be lost: a key that did not come to the page is a fault of another kind.
  const stands = await cell.inputValue();
  if (stands !== text)
    throw new Error(`"${text}" was typed in row ${row}, ${field}, and "${stands}" stands there`);
}

/** The page's process goes, from one moment to the next. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  void session.send('Page.crash').catch((error: unknown) => {
    // Nobody is left to answer.
    if (!(error instanceof Error)) throw error;
  });
  await gone;
}
