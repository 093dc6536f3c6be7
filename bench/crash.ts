import { parseArgs } from 'node:util';
import { makeClients } from '#bench/lib/crash/clients.ts';
import { checkInvariants } from '#lib/server/testing/crash-invariants.ts';
import { type Part, PARTS } from '#bench/lib/crash/kill.ts';
import { acknowledgedOf, loadAndKill } from '#bench/lib/crash/load-and-kill.ts';
import { countMails, type MailCounter } from '#bench/lib/crash/mail-counter.ts';
import { ROWS_EACH } from '#bench/lib/crash/sender.ts';
import { missingMails, wholeChain } from '#bench/lib/crash/worker-caught-up.ts';
import { type Product, startProduct } from '#bench/lib/product.ts';
import { today } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings } from '#lib/server/env.ts';
import { firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

/**
 * Portal, worker and database are killed (SIGKILL), each at random instants, while providers' systems send reports and
 * people's forms come in, all of it sent again under the same key where the connection breaks. Then all that was acknowledged
 * is there once and whole, the log's chain holds, every mail has gone out, and everything was ready again within 30 seconds of
 * each kill. `--quick` kills each part three times.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const size = values.quick
  ? { kills: 3, clients: 12, placements: 60, submissions: 200, minutes: 2 }
  : { kills: 100, clients: 50, placements: 500, submissions: 20_000, minutes: 28 };
const READY_WITHIN_MS = 30_000;
const month = previousMonth(monthOf(today()));

await runMain(async () => {
  console.log(
    `crash: seed ${seed}, ${size.clients} clients until ${size.submissions} submissions and ${size.kills} kills of each part`,
  );
  const mails = await countMails();
  const product = await startProduct({ PORTAL_SEED: 'none', SMTP_URL: mails.url });
  try {
    const settings = { ...readSettings({}), PORTAL_DATA_DIR: product.dataDir };
    await withOwnerDatabase(settings, ({ ownerUrl }) => tryToLose(product, ownerUrl, mails));
  } finally {
    await product.stop();
    await mails.close();
  }
});

async function tryToLose(product: Product, ownerUrl: string, mails: MailCounter): Promise<void> {
  const { clients, placements } = size;
  const { url } = product;
  const made = await makeClients({ url, ownerUrl, clients, placements, from: firstDay(month) });
  const { tally, readyAfter, seconds, isEnough } = await loadAndKill(made, {
    ...size,
    product,
    ownerUrl,
    month,
    today: today(),
    seed,
  });
  const chain = await wholeChain(ownerUrl, product.dataDir);
  const mailsMissing = await missingMails(ownerUrl, mails, tally.invitations);
  const held = await withClient(ownerUrl, (client) =>
    checkInvariants(client, { ...tally, month: firstDay(month) }, ROWS_EACH),
  );
  for (const refused of tally.refused.slice(0, 5)) console.log(`  refused: ${refused}`);
  for (const fault of chain.faults.slice(0, 5)) console.log(`  chain: ${fault}`);
  const faults = {
    ...held,
    refused: tally.refused.length,
    differed: tally.differed,
    chainFaults: chain.faults.length,
    mailsMissing,
  };
  const [kills, readyMaxMs] = [
    byPart((part) => readyAfter[part].length),
    byPart((part) => Math.max(0, ...readyAfter[part])),
  ];
  const isReady = Object.values(readyMaxMs).every((ms) => ms <= READY_WITHIN_MS);
  if (!isEnough || !isReady || Object.values(faults).some((n) => n > 0)) process.exitCode = 1;
  const sent = { acknowledged: acknowledgedOf(tally), replayed: tally.replayed };
  const done = { chained: chain.links, mails: mails.mails.size, readyMaxMs, seconds, seed };
  console.log(JSON.stringify({ name: 'crash', kills, ...sent, ...faults, ...done }));
}

function byPart(figure: (part: Part) => number): Readonly<Record<string, number>> {
  return Object.fromEntries(PARTS.map((part) => [part, figure(part)]));
}
