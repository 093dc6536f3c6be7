import { parseArgs } from 'node:util';
import { enliven } from '#bench/lib/enliven.ts';
import { findHeavyLists, type HeavyList, rowsIn } from '#bench/lib/heavy-lists.ts';
import { load, type Measured, percentile, type Target } from '#bench/lib/load.ts';
import { type Product, startProduct } from '#bench/lib/product.ts';
import { today } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

/**
 * Requests a second of the heaviest list of each front door, beside a page of the same build that renders an equal table from
 * constants (`app/bench`): the same components, frame and number of rows, nobody logged in, nothing read. The two are
 * measured in turn, in one run. Starts the product with the pilot in a data folder of its own, moved so that its month is
 * the last one (see `enliven`); `--running URL` measures one that runs, with PORTAL_BENCH=1, as it is.
 * `--quick` measures two short turns of each page in place of five long ones.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    running: { type: 'string' },
  },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const { turns, turnMs, warmMs } = values.quick
  ? { turns: 2, turnMs: 1500, warmMs: 1000 }
  : { turns: 5, turnMs: 4000, warmMs: 2000 };
const CONNECTIONS = 4;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

type Compared = {
  readonly path: string;
  readonly perSecond: number;
  readonly p95Ms: number;
  readonly constantPerSecond: number;
};

await runMain(async () => {
  console.log(`pages: seed ${seed}, ${CONNECTIONS} connections, ${turns} turns of ${turnMs} ms`);
  if (values.running !== undefined) return await compareAll(values.running, false);
  const product = await startProduct({ PORTAL_SEED: 'pilot', PORTAL_BENCH: '1' });
  try {
    await moveToToday(product);
    await compareAll(product.url, true);
  } finally {
    await product.stop();
  }
});

async function moveToToday({ dataDir }: Product): Promise<void> {
  const settings = { ...readSettings({}), PORTAL_DATA_DIR: dataDir };
  const month = await withOwnerDatabase(settings, ({ ownerUrl }) =>
    withClient(ownerUrl, (owner) => enliven(owner, seed, today())),
  );
  console.log(`The pilot's month is ${month} now.`);
}

async function compareAll(url: string, mayStart: boolean): Promise<void> {
  if (!LOOPBACK.includes(new URL(url).hostname)) {
    throw new OperatorFault(`Only a portal of this machine is loaded, and ${url} is not.`);
  }
  const lists = await findHeavyLists(url, mayStart);
  if (lists.length === 0) throw new OperatorFault('There is no list with rows to measure.');
  const pages: Compared[] = [];
  for (const list of lists) pages.push(await compare(url, list));
  const worstRatio = Math.min(...pages.map((page) => ratioOf(page)));
  console.log(JSON.stringify({ name: 'pages', pages, worstRatio: rounded(worstRatio, 2), seed }));
}

async function compare(url: string, list: HeavyList): Promise<Compared> {
  const real: Target = { url: new URL(list.path, url).href, cookie: list.cookie };
  const constant: Target = { url: await equalConstant(url, list), cookie: '' };
  await load(real, CONNECTIONS, warmMs);
  await load(constant, CONNECTIONS, warmMs);
  const measured: Record<'real' | 'constant', Measured[]> = { real: [], constant: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    measured.real.push(await load(real, CONNECTIONS, turnMs));
    measured.constant.push(await load(constant, CONNECTIONS, turnMs));
  }
  const page = {
    path: list.path,
    perSecond: perSecond(measured.real),
    p95Ms: rounded(
      percentile(
        measured.real.flatMap(({ latencies }) => latencies),
        95,
      ),
      1,
    ),
    constantPerSecond: perSecond(measured.constant),
  };
  console.log(
    `  ${page.perSecond}/s, constant ${page.constantPerSecond}/s, ratio ${rounded(ratioOf(page), 2)}`,
  );
  return page;
}

/** The address of the page of constants that shows as many rows as the real one does. */
async function equalConstant(url: string, { name, path, cookie }: HeavyList): Promise<string> {
  const realPage = await htmlOf(new URL(path, url).href, cookie);
  const rows = rowsIn(realPage);
  const address = (asked: number): string => new URL(`/bench/${name}?rows=${asked}`, url).href;
  // A table may have rows of its own beside those asked for: a sum.
  const extra = rowsIn(await htmlOf(address(rows), '')) - rows;
  const constantPage = await htmlOf(address(rows - extra), '');
  if (rowsIn(constantPage) !== rows) {
    throw new Error(`${path} has ${rows} rows, the page of constants ${rowsIn(constantPage)}`);
  }
  console.log(`${path}: ${rows} rows, ${kB(realPage)} kB, constant ${kB(constantPage)} kB`);
  return address(rows - extra);
}

function kB(html: string): number {
  return Math.round(html.length / 1000);
}

async function htmlOf(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { accept: 'text/html', cookie }, redirect: 'manual' });
  if (response.status === 404)
    throw new OperatorFault(`${url} does not exist. The portal has to run with PORTAL_BENCH=1.`);
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return await response.text();
}

function perSecond(turnsOfOne: readonly Measured[]): number {
  const sum = (part: (one: Measured) => number): number =>
    turnsOfOne.reduce((all, one) => all + part(one), 0);
  return rounded((sum(({ requests }) => requests) * 1000) / sum(({ ms }) => ms), 1);
}

function ratioOf({ perSecond: real, constantPerSecond }: Compared): number {
  return real / constantPerSecond;
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
