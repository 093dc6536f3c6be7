import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { percentile } from '#bench/lib/load.ts';
import { type Product, startProduct } from '#bench/lib/product.ts';
import { countReports, makeSenders, type Sender } from '#bench/lib/submit-data.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
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

type Call = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};
type Turn = { readonly ms: number; readonly latencies: readonly number[] };

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
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  try {
    const tokens = await Promise.all(senders.map((sender) => tokenOf(product.url, agent, sender)));
    const pick = seeded(seed);
    const calls = senders.map((sender, n) =>
      sender.placements.map((to) => callsOf(sender, to, tokens[n], pick)),
    );
    const turn = (kind: 'real' | 'bare', from: number, count: number): Promise<Turn> =>
      send(
        product.url,
        agent,
        calls.map((all) => all.slice(from, from + count).map((call) => call[kind])),
      );
    await turn('real', 0, WARM);
    await turn('bare', 0, WARM);
    const measured: Record<'real' | 'bare', Turn[]> = { real: [], bare: [] };
    for (let n = 0; n < TURNS; n += 1) {
      for (const kind of ['real', 'bare'] as const) {
        measured[kind].push(await turn(kind, WARM + n * EACH_TURN, EACH_TURN));
      }
      console.log(
        `  ${perSecond(measured.real.slice(-1))}/s, handler ${perSecond(measured.bare.slice(-1))}/s`,
      );
    }
    const stored = await inDatabase((ownerUrl) => countReports(ownerUrl, firstDay(reported)));
    const sent = CLIENTS * WARM + reports;
    if (stored.reports !== sent || stored.rows !== sent * ROWS_EACH || stored.signed !== sent)
      throw new Error(`Of ${sent} reports sent there are ${JSON.stringify(stored)}`);
    const [real, bare] = [perSecond(measured.real), perSecond(measured.bare)];
    const p95Ms = rounded(
      percentile(
        measured.real.flatMap(({ latencies }) => latencies),
        95,
      ),
      1,
    );
    const ratio = rounded(real / bare, 2);
    console.log(
      JSON.stringify({
        name: 'submit',
        reports,
        clients: CLIENTS,
        perSecond: real,
        p95Ms,
        handlerPerSecond: bare,
        ratio,
        seed,
      }),
    );
  } finally {
    agent.destroy();
  }
}

/** The same report for the real route and for the bare one. */
function callsOf(
  sender: Sender,
  to: ManyPlacement,
  token: string | undefined,
  pick: ReturnType<typeof seeded>,
) {
  const rows = Array.from({ length: ROWS_EACH }, (_, n) => ({
    activity: ACTIVITY_CODES[n * 2] ?? '',
    form: ACTIVITY_FORMS[pick(0, ACTIVITY_FORMS.length - 1)] ?? '',
    minutes: 15 * pick(4, 20),
  }));
  const real: Call = {
    path: '/api/v1/reports',
    headers: { authorization: `Bearer ${token ?? ''}`, 'idempotency-key': newId() },
    body: { rows: rows.map((row) => ({ implementation_reference: to.reference, month: reported, ...row })) },
  };
  const { providerId, officeId } = sender;
  const ids = { placementId: to.id, participantId: to.participantId, providerId, officeId };
  const bare: Call = {
    path: '/api/bench/reports',
    headers: {},
    body: { ...ids, month: firstDay(bareMonth), rows },
  };
  return { real, bare };
}

/** Every client sends its calls one after the other, all clients at once. */
async function send(url: string, agent: Agent, byClient: readonly (readonly Call[])[]): Promise<Turn> {
  const latencies: number[] = [];
  const from = performance.now();
  await Promise.all(
    byClient.map(async (calls) => {
      for (const { path, headers, body } of calls) {
        const sent = performance.now();
        const all = { ...headers, 'content-type': 'application/json', origin: url };
        await post(new URL(path, url), agent, all, JSON.stringify(body));
        latencies.push(performance.now() - sent);
      }
    }),
  );
  return { ms: performance.now() - from, latencies };
}

async function tokenOf(url: string, agent: Agent, { clientId, secret }: Sender): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer: unknown = JSON.parse(
    await post(new URL('/api/oauth/token', url), agent, headers, form.toString()),
  );
  if (answer instanceof Object && 'access_token' in answer && typeof answer.access_token === 'string') {
    return answer.access_token;
  }
  throw new Error('The token endpoint gave no token');
}

/** Any answer but 200 ends the measurement. */
async function post(url: URL, agent: Agent, headers: Record<string, string>, body: string): Promise<string> {
  return await new Promise<string>((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(url, { agent, method: 'POST', headers: { ...headers, ...length } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url.pathname} answered ${String(response.statusCode)}: ${text}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function perSecond(turns: readonly Turn[]): number {
  const sum = (part: (turn: Turn) => number): number => turns.reduce((all, turn) => all + part(turn), 0);
  return rounded((sum(({ latencies }) => latencies.length) * 1000) / sum(({ ms }) => ms), 1);
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
