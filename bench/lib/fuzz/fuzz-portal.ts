import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Cast, makeCast } from '#bench/lib/fuzz/identities.ts';
import { errorLines, watchMemory } from '#bench/lib/fuzz/watch-portal.ts';
import { type Product, startProduct } from '#bench/lib/product.ts';
import { openApiDocument } from '#lib/server/api/openapi-document.ts';
import { readSettings } from '#lib/server/env.ts';
import { anyRequest } from '#lib/server/gate/testing/fuzz/arbitrary-request.ts';
import { judgeBy } from '#lib/server/gate/testing/fuzz/judge.ts';
import { rawRequest, type RawSpec, slowRequests } from '#lib/server/gate/testing/fuzz/raw-requests.ts';
import { runFuzz } from '#lib/server/gate/testing/fuzz/run-fuzz.ts';
import { rawFaults, sendRaw } from '#lib/server/gate/testing/fuzz/send-raw.ts';
import { type RequestSpec, sendSpec } from '#lib/server/gate/testing/fuzz/spec.ts';
import { apiTargets, routeTargets } from '#lib/server/gate/testing/fuzz/targets.ts';
import { listUseCases } from '#lib/server/testing/walls/entry-points.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';

/**
 * Requests to every door of the product as `npm start` starts it, made from the OpenAPI document and from what commands take –
 * right, nearly right and hostile, by everybody – and as many bytes that are no HTTP. No 5xx, nothing told of the inside, no hanging;
 * problems have their shape, and what the open API answers is as its document says. A fault is made small and printed: `--replay JSON`
 * sends it again. `--quick` sends a hundredth.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    replay: { type: 'string' },
  },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const size = values.quick ? { requests: 3_000, raw: 1_000 } : { requests: 100_000, raw: 10_000 };
const HANGS_MS = 20_000;
/** The gate waits ten seconds for headers and a minute for all of it. */
const HALF_HANGS_MS = 75_000;
const MOST_MIB = 2_048;

await runMain(async () => {
  console.log(`fuzz: seed ${seed}, ${size.requests} requests and ${size.raw} raw ones`);
  let said = '';
  const product = await startProduct({ PORTAL_SEED: 'demo' }, (text) => {
    said += text;
  });
  try {
    const settings = { ...readSettings({}), PORTAL_DATA_DIR: product.dataDir };
    const cast = await withOwnerDatabase(settings, ({ ownerUrl }) => makeCast(ownerUrl));
    if (values.replay === undefined) await fuzz(product, cast, () => said);
    else await replay(product, cast, values.replay);
  } finally {
    await product.stop();
  }
});

async function fuzz(product: Product, cast: Cast, said: () => string): Promise<void> {
  const start = performance.now();
  const { url } = product;
  const document = openApiDocument(url, 'sv');
  const targets = [...apiTargets(document), ...routeTargets(await listUseCases())];
  const memory = watchMemory(product.pid);
  const tally = await runFuzz({
    requests: anyRequest({ targets, ids: cast.ids, senders: cast }),
    count: size.requests,
    seed,
    concurrency: 16,
    send: (spec) => sendSpec(url, spec, cast.identities, HANGS_MS),
    judge: judgeBy(document),
    progress: ({ sent, faulty }) => console.log(`  ${sent} sent, ${faulty} faults, ${memory.mostMiB()} MiB`),
  });
  for (const [kind, { spec, answer }] of tally.findings) {
    console.error(
      `${kind}\n  ${JSON.stringify(spec).slice(0, 2000)}\n  ${(answer?.body ?? '').slice(0, 300)}`,
    );
  }
  const rawFound = await fuzzRaw(url);
  const alive = await fetch(`${url}/api/ready`).then(({ ok }) => ok);
  memory.stop();
  const errors = errorLines(said());
  for (const line of errors.slice(0, 5)) console.error(`  said: ${line.slice(0, 600)}`);
  const mostMiB = memory.mostMiB();
  const { sent, faulty, statuses } = tally;
  const seconds = Math.round((performance.now() - start) / 1000);
  const counts = { requests: sent, raw: size.raw, doors: targets.length, faulty, kinds: tally.findings.size };
  const rest = { statuses, ...rawFound, errorsSaid: errors.length, alive, mostMiB, seconds, seed };
  console.log(JSON.stringify({ name: 'fuzz', ...counts, ...rest }));
  if (faulty + rawFound.rawFaulty + errors.length > 0 || !alive || mostMiB > MOST_MIB) process.exitCode = 1;
}

async function fuzzRaw(url: string): Promise<{ readonly rawFaulty: number; readonly rawShed: number }> {
  const specs = [
    ...fc.sample(rawRequest, { seed, numRuns: size.raw - slowRequests.length }),
    ...slowRequests,
  ];
  const waiting = specs.values();
  let [rawFaulty, rawShed] = [0, 0];
  const lane = async (): Promise<void> => {
    for (const spec of waiting) {
      const answer = await sendRaw(url, spec, isSlow(spec) ? HALF_HANGS_MS : HANGS_MS);
      if (/^HTTP\/1\.1 503/m.test(answer.text)) rawShed += 1;
      const faults = rawFaults(answer);
      if (faults.length === 0) continue;
      rawFaulty += 1;
      if (rawFaulty <= 10)
        console.error(
          `${spec.kind}: ${faults.join(', ')}\n  ${JSON.stringify(spec.pieces).slice(0, 600)}\n  ${answer.text.slice(0, 300)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return { rawFaulty, rawShed };
}

function isSlow({ kind }: RawSpec): boolean {
  return kind === 'half a request';
}

async function replay({ url }: Product, cast: Cast, text: string): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as this benchmark printed it
  const spec = JSON.parse(text) as RequestSpec;
  const answer = await sendSpec(url, spec, cast.identities, HANGS_MS);
  const faults = judgeBy(openApiDocument(url, 'sv'))(spec, answer);
  console.log(JSON.stringify({ name: 'fuzz', replayed: spec, answer, faults }));
  if (faults.length > 0) process.exitCode = 1;
}
