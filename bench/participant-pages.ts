import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { findParticipantPages, type ParticipantPage } from '#bench/lib/find-participant-pages.ts';
import { logInTo } from '#bench/lib/staff-page.ts';
import { measureByLighthouse, type Scores } from '#bench/lib/lighthouse.ts';
import { scriptsOf, weightOf } from '#bench/lib/page-scripts.ts';
import { type ParticipantBrowser, withParticipantBrowser } from '#bench/lib/participant-browser.ts';
import { startProduct } from '#bench/lib/product.ts';
import { runMain } from '#scripts/lib/run-main.ts';

/**
 * Five pages of participants on a phone: how much JavaScript they load, how much of it is not loaded by a page with nothing on
 * it (`app/bench/bare`), and what Lighthouse says: the run in the middle of three. Starts the product with the demo in a data
 * folder of its own; `--running URL` measures one that runs, with PORTAL_BENCH=1. kB are 1 000 bytes of gzip. `--quick` runs
 * Lighthouse once. There is nothing to draw by lot: the seed is only printed.
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
const runs = values.quick ? 1 : 3;

await runMain(async () => {
  console.log(`participant-pages: seed ${seed}, ${runs} runs, load ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  if (values.running !== undefined) return await measureAll(values.running);
  const product = await startProduct({ PORTAL_SEED: 'demo', PORTAL_BENCH: '1' });
  try {
    await measureAll(product.url);
  } finally {
    await product.stop();
  }
});

async function measureAll(url: string): Promise<void> {
  const found = await findParticipantPages(url);
  const pages = [];
  for (const [subject, own] of Map.groupBy(found, ({ person }) => person.subject)) {
    console.log(`${subject}: ${own.map(({ path }) => path).join(', ')}`);
    pages.push(...(await withParticipantBrowser((browser) => measureOwn(browser, url, own))));
  }
  console.log(JSON.stringify({ name: 'participant-pages', pages, seed }));
}

async function measureOwn(browser: ParticipantBrowser, url: string, own: readonly ParticipantPage[]) {
  const { context, debuggingPort } = browser;
  const bare = await scriptsOf(context, new URL('/bench/bare', url).href);
  const page = await context.newPage();
  const measured = [];
  for (const [index, { path, person }] of own.entries()) {
    const address = new URL(path, url).href;
    if (index === 0) await logInTo(page, address, person.name);
    const scripts = await scriptsOf(context, address);
    const { faults, ...scores } = await middleOf(address, debuggingPort);
    const weights = { jsKb: kB(weightOf(scripts)), ownJsKb: kB(weightOf(scripts, bare)) };
    measured.push({ path, ...weights, ...scores });
    console.log(
      `${path}: ${JSON.stringify({ ...weights, ...scores })}${faults.map((fault) => ` ${fault}`).join('')}`,
    );
  }
  return measured;
}

/** The run in the middle by performance: what else the machine does weighs on single ones. */
async function middleOf(address: string, port: number): Promise<Scores> {
  const all: Scores[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await measureByLighthouse(address, port));
  const middle = all.toSorted((a, b) => a.performance - b.performance)[Math.floor(runs / 2)];
  if (middle === undefined) throw new Error('At least one run is measured');
  return middle;
}

function kB(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
