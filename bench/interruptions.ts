import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import type { BrowserContext, Page } from 'playwright';
import { openFullOffice } from '#bench/lib/full-office.ts';
import { type Product, startProduct } from '#bench/lib/product.ts';
import { type Interrupted, interrupt, KINDS } from '#bench/lib/interrupt.ts';
import { logInTo, withStaffBrowser } from '#bench/lib/staff-page.ts';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { type GridField, minutesField, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { shownText, toTyped, type UnreadCell } from '#lib/domain/month-grid/typed-month.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { today } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings } from '#lib/server/env.ts';
import { firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

/**
 * A thousand interruptions of somebody who fills in a month, in Chromium against the whole product: the page closed after a
 * key, the renderer crashed, the session gone, no network, a second tab in the same cell or another. Every 25 of them the
 * month is opened and left alone; then each text that was typed is a draft on the server, or is there to be chosen.
 * `lost` counts those that are neither. `--quick` interrupts forty times.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const INTERRUPTIONS = values.quick ? 40 : 1000;
const BETWEEN_CHECKS = values.quick ? 20 : 25;
const ROWS = 10;
const SIGNATORY = 'Birgitta Nyström';
const PATIENCE_MS = 30_000;
const READING = { minuteStep: 15, locale: 'sv' } as const;
const FIELDS = ACTIVITY_CODES.filter((code) => code !== 'ownWork').map((code) =>
  minutesField(code, 'onSite'),
);

const month = previousMonth(monthOf(today()));
const pick = seeded(seed);

await runMain(async () => {
  console.log(`interruptions: ${INTERRUPTIONS}, seed ${seed}`);
  const product = await startProduct({ PORTAL_SEED: 'demo' });
  try {
    const settings = { ...readSettings({}), PORTAL_DATA_DIR: product.dataDir };
    const began = performance.now();
    const lost = await withOwnerDatabase(settings, async ({ ownerUrl }) =>
      withClient(ownerUrl, async (owner) => await run(product, owner)),
    );
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(JSON.stringify({ name: 'interruptions', interruptions: INTERRUPTIONS, lost, seconds, seed }));
    if (lost > 0) process.exitCode = 1;
  } finally {
    await product.stop();
  }
});

/** Cells with what was typed in them since the last check, by row and field. */
type Typed = Map<
  string,
  { readonly row: number; readonly field: GridField; readonly texts: readonly string[] }
>;

async function run({ url }: Product, owner: Client): Promise<number> {
  const office = await openFullOffice(owner, {
    signatory: SIGNATORY,
    participants: ROWS,
    from: firstDay(month),
  });
  const address = `${url}/provider/months/${month}?office=${office.id}`;
  return await withStaffBrowser(async (context) => {
    context.setDefaultTimeout(PATIENCE_MS);
    return await interruptAll({ context, address, owner, placements: office.placements });
  });
}

type Work = {
  readonly context: BrowserContext;
  readonly address: string;
  readonly owner: Client;
  readonly placements: readonly string[];
};

async function interruptAll(work: Work): Promise<number> {
  const { context, owner } = work;
  const counts: Record<string, number> = {};
  let typed: Typed = new Map();
  let lost = 0;
  for (let n = 1; n <= INTERRUPTIONS; n += 1) {
    const kind = KINDS[pick(0, KINDS.length - 1)] ?? 'closed';
    counts[kind] = (counts[kind] ?? 0) + 1;
    const cells = [cellToType(typed), cellToType(typed), cellToType(typed)];
    const page = await openMonth(work);
    const endSessions = async (): Promise<void> => {
      await owner.query(
        `UPDATE session s SET ended_at = now() FROM person p
         WHERE p.id = s.person_id AND s.ended_at IS NULL AND p.given_name || ' ' || p.family_name = $1`,
        [SIGNATORY],
      );
    };
    const done = await interrupt(kind, {
      page,
      cells,
      pick,
      endSessions,
      openAgain: async () => await openMonth(work),
    });
    note(typed, done);
    for (const open of context.pages()) await open.close();
    if (n % BETWEEN_CHECKS !== 0 && n !== INTERRUPTIONS) continue;
    lost += await check(work, typed);
    typed = new Map();
    console.log(`${n} interruptions, ${lost} lost (${JSON.stringify(counts)})`);
  }
  return lost;
}

/** A cell that nothing was typed in since the last check, and a text for it. */
function cellToType(typed: Typed): { row: number; field: GridField; text: string } {
  for (;;) {
    const row = pick(0, ROWS - 1);
    const field = FIELDS[pick(0, FIELDS.length - 1)] ?? 'mapping:onSite';
    if (!typed.has(`${row} ${field}`)) {
      typed.set(`${row} ${field}`, { row, field, texts: [] });
      return { row, field, text: hoursAsClock(15 * pick(4, 600)) };
    }
  }
}

function note(typed: Typed, done: readonly Interrupted[]): void {
  for (const { row, field, text } of done) {
    const texts = typed.get(`${row} ${field}`)?.texts ?? [];
    typed.set(`${row} ${field}`, { row, field, texts: [...texts, shownText(field, text, READING)] });
  }
}

async function openMonth({ context, address }: Work): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  if (new URL(page.url()).pathname.startsWith('/login')) await logInTo(page, address, SIGNATORY);
  // The store runs when the page says how what is typed is kept.
  await page
    .getByText(/Det du skriver sparas av sig självt|Sparar|Sparat/)
    .first()
    .waitFor();
  return page;
}

/** Opens the month, lets it settle, chooses where there is a choice; how many texts are neither kept nor to be chosen. */
async function check(work: Work, typed: Typed): Promise<number> {
  let lost = 0;
  const page = await openMonth(work);
  const chosen = new Set<string>();
  for (let round = 0; round < 40; round += 1) {
    for (const text of await choices(page)) chosen.add(text);
    const open = await missing(work, typed, chosen);
    if (open.length === 0 && !(await page.getByText('Sparar …').isVisible())) break;
    if (round === 39) {
      console.log(`Lost: ${open.join(', ')}`);
      lost = open.length;
    }
    await page.waitForTimeout(250);
  }
  await page.close();
  return lost;
}

/** The texts that somebody is asked to choose between; then chosen, so that the next ones come. */
async function choices(page: Page): Promise<readonly string[]> {
  const panel = page.getByRole('region', { name: /Någon annan har sparat/ });
  if (!(await panel.isVisible())) return [];
  const words = (await panel.textContent()) ?? '';
  await panel.getByRole('button', { name: 'Spara mina val' }).click();
  return [...words.matchAll(/(?:skrev|sparade|någon annan:) (\S+?)(?=[A-ZÅÄÖ]| |$)/g)].map(
    ([, text]) => text ?? '',
  );
}

async function missing(
  { owner, placements }: Work,
  typed: Typed,
  chosen: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string; content: ReportContent; unread: readonly UnreadCell[] }>(
    `SELECT placement_id::text AS id, content, unread FROM month_draft WHERE month = $1 AND placement_id = ANY ($2::uuid[])`,
    [firstDay(month), placements],
  );
  const kept = new Map<string, TypedMonth>(
    rows.map(({ id, content, unread }) => [id, toTyped(content, unread)]),
  );
  return [...typed.values()].flatMap(({ row, field, texts }) => {
    const now = kept.get(placements[row] ?? '')?.[field] ?? '';
    return texts
      .filter((text) => text !== now && !chosen.has(text))
      .map((text) => `${row} ${field} ${text} (${now})`);
  });
}
