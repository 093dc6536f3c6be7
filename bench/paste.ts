import { parseArgs } from 'node:util';
import { openFullOffice } from '#bench/lib/full-office.ts';
import { type Product, startProduct } from '#bench/lib/product.ts';
import { logInTo, withStaffBrowser } from '#bench/lib/staff-page.ts';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { today } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings } from '#lib/server/env.ts';
import { firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

/**
 * How long the month of an office takes to paste in Chromium: 200 participants × 13 columns, copied as a spreadsheet copies
 * them, by a real paste event in the grid. `ms` is from the event until every row is read and checked and the page is
 * painted, `savedMs` until the server has kept all of it. `--quick` pastes a tenth of the rows.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const ROWS = values.quick ? 20 : 200;
const COLUMNS = 13;
const SIGNATORY = 'Birgitta Nyström';
const PATIENCE_MS = 60_000;

const month = previousMonth(monthOf(today()));

await runMain(async () => {
  console.log(`paste: ${ROWS} rows × ${COLUMNS} columns, seed ${seed}`);
  const product = await startProduct({ PORTAL_SEED: 'demo' });
  try {
    const office = await fillOffice(product);
    const { ms, savedMs } = await measure(product, office);
    await expectKept(product, office);
    console.log(JSON.stringify({ name: 'paste', cells: ROWS * COLUMNS, ms, savedMs, seed }));
  } finally {
    await product.stop();
  }
});

async function fillOffice({ dataDir }: Product): Promise<string> {
  return await asOwner(dataDir, async (owner) => {
    const from = firstDay(month);
    const { id } = await openFullOffice(owner, { signatory: SIGNATORY, participants: ROWS, from });
    await owner.query('ANALYZE');
    return id;
  });
}

/** All that was pasted is a draft. */
async function expectKept({ dataDir }: Product, office: string): Promise<void> {
  const [drafts] = await asOwner(
    dataDir,
    async (owner) =>
      (
        await owner.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM month_draft d JOIN placement p ON p.id = d.placement_id WHERE p.office_id = $1`,
          [office],
        )
      ).rows,
  );
  if (drafts?.n !== ROWS) throw new Error(`${drafts?.n} of ${ROWS} rows were kept`);
}

async function asOwner<T>(dataDir: string, work: Parameters<typeof withClient<T>>[1]): Promise<T> {
  const settings = { ...readSettings({}), PORTAL_DATA_DIR: dataDir };
  return await withOwnerDatabase(settings, async ({ ownerUrl }) => await withClient(ownerUrl, work));
}

/** As a spreadsheet copies it: one cell in ten empty, the others in quarters of an hour. */
function copied(): string {
  const pick = seeded(seed);
  const cell = (): string => (pick(0, 9) === 0 ? '' : hoursAsClock(15 * pick(1, 8)));
  const row = (): string => Array.from({ length: COLUMNS }, cell).join('\t');
  return `${Array.from({ length: ROWS }, row).join('\r\n')}\r\n`;
}

async function measure(
  { url }: Product,
  office: string,
): Promise<{ readonly ms: number; readonly savedMs: number }> {
  return await withStaffBrowser(async (context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await logInTo(page, `${url}/provider/months/${month}?office=${office}`, SIGNATORY);
    // The page has taken over from the form without JavaScript.
    await page.getByText('Det du skriver sparas av sig självt.').waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), copied());
    await page.getByRole('textbox', { name: /^Prov Person 001, Individuellt möte/ }).focus();
    await page.evaluate(followPaste);
    await page.keyboard.press('Control+V');
    await page.waitForFunction(() => 'savedMs' in document.documentElement.dataset);
    const { pasteMs = '', savedMs = '' } = await page.evaluate(() => ({
      pasteMs: document.documentElement.dataset['pasteMs'],
      savedMs: document.documentElement.dataset['savedMs'],
    }));
    return { ms: Math.round(Number(pasteMs)), savedMs: Math.round(Number(savedMs)) };
  });
}

/** In the page: the moment of the paste, the frame after it is said what came of it, and the frame after it is saved. */
function followPaste(): void {
  let began = 0;
  const since = (name: string): void => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.documentElement.dataset[name] ??= String(performance.now() - began);
      }),
    );
  };
  window.addEventListener('paste', () => (began = performance.now()), { capture: true, once: true });
  new MutationObserver(() => {
    const { textContent: words } = document.querySelector('main') ?? document.body;
    if (began === 0 || words === null || !words.includes('inklistrade')) return;
    if (document.documentElement.dataset['pasteMs'] === undefined) since('pasteMs');
    else if (/Sparat \d/.test(words)) since('savedMs');
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
