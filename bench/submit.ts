import { parseArgs } from 'node:util';
import { fetchToken } from '#bench/lib/fetch-token.ts';
import { percentile } from '#bench/lib/load.ts';
import { type Product, startProduct } from '#bench/lib/product.ts';
import { type Call, sendCalls, type Turn } from '#bench/lib/send-calls.ts';
import { countReports, makeSenders, type Sender } from '#bench/lib/submit-data.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { type Pick, seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { today } from '#lib/server/clock.ts';
import { readSettings } from '#lib/server/env.ts';
import { newId } from '#lib/server/ids.ts';
import type { ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { addMonthsTo, firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

/**
 * Periodic reports that 50 providers' systems send at once, one report in each call, through `POST /api/v1/reports` of the
 * product as `npm start` starts it: real tokens, standing signature, every check, row-level security, log. Beside it, in turns
 * of the same run, the bare handler `app/api/bench/reports`, which only inserts the same report and rows. Then everything is
 * counted: what was acknowledged is stored. `--quick` sends a tenth.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const CLIENTS = 50;
const ROWS_EACH = 4;
const TURNS = values.quick ? 2 : 5;
const EACH_TURN = values.quick ? 5 : 20;
/** Sent by each client before anything is measured. */
const WARM = values.quick ? 5 : 20;
const reported = previousMonth(monthOf(today()));
/** The bare handler's reports are of the same placements, one month earlier. */
const bareMonth = addMonthsTo(reported, -1);

const KINDS = ['real', 'bare'] as const;
type Kind = (typeof KINDS)[number];

await runMain(async () => {
  const reports = CLIENTS * TURNS * EACH_TURN;
  console.log(`submit: ${reports} reports of ${ROWS_EACH} rows by ${CLIENTS} clients, seed ${seed}`);
  const product = await startProduct({ PORTAL_SEED: 'none', PORTAL_BENCH: '1' });
  try {
    await measure(product, reports);
  } finally {
    await product.stop();
  }
});

async function measure(product: Product, reports: number): Promise<void> {
  const settings = { ...readSettings({}), PORTAL_DATA_DIR: product.dataDir };
  const inDatabase = <T>(work: (ownerUrl: string) => Promise<T>): Promise<T> =>
    withOwnerDatabase(settings, ({ ownerUrl }) => work(ownerUrl));
  const senders = await inDatabase((ownerUrl) =>
    makeSenders(ownerUrl, {
      senders: CLIENTS,
      placements: WARM + TURNS * EACH_TURN,
      from: firstDay(bareMonth),
    }),
  );
  const tokens = await Promise.all(senders.map((sender) => fetchToken(product.url, sender)));
  const pick = seeded(seed);
  const calls = senders.map((sender, n) =>
    sender.placements.map((to) => callsOf(sender, to, tokens[n] ?? '', pick)),
  );
  const turn = (kind: Kind, from: number, count: number): Promise<Turn> =>
    sendCalls(
      product.url,
      calls.map((all) => all.slice(from, from + count).map((call) => call[kind])),
    );
  for (const kind of KINDS) await turn(kind, 0, WARM);
  const measured: Record<Kind, Turn[]> = { real: [], bare: [] };
  for (let n = 0; n < TURNS; n += 1) {
    for (const kind of KINDS) measured[kind].push(await turn(kind, WARM + n * EACH_TURN, EACH_TURN));
    console.log(`  ${perSecond(measured.real.slice(-1))}/s, handler ${perSecond(measured.bare.slice(-1))}/s`);
  }
  const stored = await inDatabase((ownerUrl) => countReports(ownerUrl, firstDay(reported)));
  const sent = CLIENTS * WARM + reports;
  if (stored.reports !== sent || stored.rows !== sent * ROWS_EACH || stored.signed !== sent)
    throw new Error(`Of ${sent} reports sent there are ${JSON.stringify(stored)}`);
  console.log(JSON.stringify({ name: 'submit', reports, clients: CLIENTS, ...compared(measured), seed }));
}

function compared({ real, bare }: Readonly<Record<Kind, readonly Turn[]>>) {
  const latencies = real.flatMap((turn) => turn.latencies);
  const [rate, handlerRate] = [perSecond(real), perSecond(bare)];
  return {
    perSecond: rate,
    p95Ms: rounded(percentile(latencies, 95), 1),
    handlerPerSecond: handlerRate,
    ratio: rounded(rate / handlerRate, 2),
  };
}

/** The same report for the real route and for the bare one. */
function callsOf(sender: Sender, to: ManyPlacement, token: string, pick: Pick): Readonly<Record<Kind, Call>> {
  const rows = Array.from({ length: ROWS_EACH }, (_, n) => ({
    activity: ACTIVITY_CODES[n * 2] ?? '',
    form: ACTIVITY_FORMS[pick(0, ACTIVITY_FORMS.length - 1)] ?? '',
    minutes: 15 * pick(4, 20),
  }));
  const real = {
    path: '/api/v1/reports',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId() },
    body: JSON.stringify({
      rows: rows.map((row) => ({ implementation_reference: to.reference, month: reported, ...row })),
    }),
  };
  const { providerId, officeId } = sender;
  const ids = { placementId: to.id, participantId: to.participantId, providerId, officeId };
  const bare = {
    path: '/api/bench/reports',
    headers: {},
    body: JSON.stringify({ ...ids, month: firstDay(bareMonth), rows }),
  };
  return { real, bare };
}

function perSecond(turns: readonly Turn[]): number {
  const sum = (part: (turn: Turn) => number): number => turns.reduce((all, turn) => all + part(turn), 0);
  return rounded((sum(({ latencies }) => latencies.length) * 1000) / sum(({ ms }) => ms), 1);
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
