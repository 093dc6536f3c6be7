import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SampleFile } from '#lib/domain/sampling/sample-file.ts';
import { sampleFile } from '#lib/schemas/sample-file.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { readSettings } from '#lib/server/env.ts';
import { messageOf, OperatorFault } from '#lib/server/operator-fault.ts';
import { findCycle } from '#lib/server/sampling/find-cycle.ts';
import { loadSampleFile } from '#lib/server/sampling/load-sample-file.ts';
import { verifyInDatabase } from '#lib/server/sampling/verify-in-database.ts';
import { type Difference, verifySample } from '#lib/server/sampling/verify-sample.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';
import { assertReachable } from '#scripts/start/database.ts';

// `npm run --silent sample:verify -- CYCLE [--file FILE]`: draws a closed cycle again and says "equal", or what differs. CYCLE is its id, or
// its month and draw (2026-01/1). With a file, which anybody can have from the portal, no database is needed. Ends with 1 where it differs.

type Verified = { readonly file: SampleFile; readonly differences: readonly Difference[] };

const UNDEFINED_TABLE = '42P01';
const USAGE = 'npm run --silent sample:verify -- CYCLE [--file FILE]';

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { file: { type: 'string' } },
    allowPositionals: true,
  });
  const [asked] = positionals;
  if (asked === undefined || positionals.length > 1) throw new OperatorFault(`Which cycle? ${USAGE}`);
  const { file, differences } =
    values.file === undefined ? await verifyStored(asked) : verifyFile(asked, values.file);
  for (const { code, message } of differences) console.log(`${message} (${code})`);
  const { id, month, draw } = file.cycle;
  const drawn = file.reports.filter((report) => report.drawn).length;
  const about = `cycle ${month}/${draw} (${id}), ${file.reports.length} reports, ${drawn} drawn`;
  console.log(
    differences.length === 0 ? `equal: ${about}` : `different: ${about}. Differences: ${differences.length}.`,
  );
  if (differences.length > 0) process.exitCode = 1;
});

function verifyFile(asked: string, name: string): Verified {
  const where = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(where, 'utf8'));
  } catch (error) {
    throw new OperatorFault(`${where} cannot be read: ${messageOf(error)}`);
  }
  const read = sampleFile.safeParse(parsed);
  if (!read.success) {
    const [first] = read.error.issues;
    throw new OperatorFault(
      `${where} is no file of a closed cycle: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`,
    );
  }
  const { cycle } = read.data;
  if (![cycle.id, `${cycle.month}/${cycle.draw}`].includes(asked))
    throw new OperatorFault(
      `The file is of cycle ${cycle.month}/${cycle.draw} (${cycle.id}), not of ${asked}.`,
    );
  return { file: read.data, differences: verifySample(read.data) };
}

async function verifyStored(asked: string): Promise<Verified> {
  const settings = readSettings(process.env);
  const { DATABASE_URL, PORTAL_DATA_DIR } = settings;
  if (DATABASE_URL !== undefined) {
    await assertReachable(DATABASE_URL);
    return await verifyAt(DATABASE_URL, asked);
  }
  // Nothing to verify is said rather than made: starting an embedded database would make an empty one.
  if (!existsSync(path.join(PORTAL_DATA_DIR, 'postgres.json')))
    throw new OperatorFault(
      `There is no portal in ${PORTAL_DATA_DIR}. Set PORTAL_DATA_DIR to its data folder, or DATABASE_URL to its database.`,
    );
  return await withOwnerDatabase(settings, ({ ownerUrl }) => verifyAt(ownerUrl, asked));
}

async function verifyAt(ownerUrl: string, asked: string): Promise<Verified> {
  const database = openDatabase(ownerUrl, 1);
  try {
    return await database.$transaction(
      async (tx) => {
        const cycle = await findCycle(tx, asked);
        if (cycle === null) throw new OperatorFault(`There is no cycle ${asked}.`);
        const file = await loadSampleFile(tx, cycle.id, null);
        if (file === null)
          throw new OperatorFault(
            `Cycle ${asked} is not closed: its secret is told when everything that was drawn is decided.`,
          );
        return { file, differences: [...verifySample(file), ...(await verifyInDatabase(tx, file))] };
      },
      { timeout: 10 * 60_000 },
    );
  } catch (error) {
    if (!messageOf(error).includes(UNDEFINED_TABLE)) throw error;
    throw new OperatorFault('This database holds no samples. Correct DATABASE_URL.');
  } finally {
    await database.$disconnect();
  }
}
