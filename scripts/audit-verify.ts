import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ChainFault } from '#lib/server/audit/chain-fault.ts';
import { type AuditFolder, auditFolder, keyId, openCheckpoints } from '#lib/server/audit/checkpoint.ts';
import { type Verification, verifyChain } from '#lib/server/audit/verify-chain.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings, type Settings } from '#lib/server/env.ts';
import { errorCode, OperatorFault } from '#lib/server/operator-fault.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';
import { assertReachable } from '#scripts/start/database.ts';

// `npm run audit:verify [-- --checkpoints FILE] [--key FILE]`: walks the chain over the log from its first link to its last and
// holds it against every signed checkpoint, those in the data folder or copies kept elsewhere. Reads only. Ends with 0 where all
// of it holds, with 1 where something does not, and says where; with 2 where it could not be verified.

const UNDEFINED_TABLE = '42P01';

await runMain(async () => {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof OperatorFault)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
});

async function main(): Promise<void> {
  const { values: given } = parseArgs({
    options: { checkpoints: { type: 'string' }, key: { type: 'string' } },
  });
  const settings = readSettings(process.env);
  const own = auditFolder(settings.PORTAL_DATA_DIR);
  const folder = {
    ...own,
    // A copy is held for itself: the head in the data folder belongs to the file there.
    ...(given.checkpoints === undefined
      ? {}
      : { checkpoints: named(given.checkpoints), head: `${given.checkpoints}.head` }),
    publicKey: given.key === undefined ? own.publicKey : named(given.key),
  };
  assertPortalIsHere(settings);
  const { links, checkpoints, faults, faultCount } = await verifyWhereItIs(settings, folder);
  console.log(`${links} links, ${checkpoints} signed checkpoints (${folder.checkpoints}).`);
  for (const fault of faults) console.log(inWords(fault));
  if (faultCount > faults.length) console.log(`… and ${faultCount - faults.length} more.`);
  console.log(faultCount === 0 ? 'The chain is whole.' : `The chain does not hold. Faults: ${faultCount}.`);
  if (faultCount > 0) process.exitCode = 1;
}

function named(file: string): string {
  if (!existsSync(file)) throw new OperatorFault(`There is no file ${file}.`);
  return file;
}

function inWords({ seq, code, message, after, before }: ChainFault): string {
  const place = [
    ...(after ? [`after checkpoint ${after.n} (link ${after.seq}, ${after.at})`] : []),
    ...(before ? [`before checkpoint ${before.n} (link ${before.seq}, ${before.at})`] : []),
  ].join(' and ');
  return `${seq === null ? 'log' : `link ${seq}`}: ${message}${place === '' ? '' : `; ${place}`} (${code})`;
}

/** Nothing to verify is said rather than made: starting an embedded database would make an empty one. */
function assertPortalIsHere({ DATABASE_URL, PORTAL_DATA_DIR }: Settings): void {
  if (DATABASE_URL !== undefined || existsSync(path.join(PORTAL_DATA_DIR, 'postgres.json'))) return;
  throw new OperatorFault(
    `There is no portal in ${PORTAL_DATA_DIR}. Set PORTAL_DATA_DIR to its data folder, or DATABASE_URL to its database.`,
  );
}

async function verifyWhereItIs(settings: Settings, folder: AuditFolder): Promise<Verification> {
  const { DATABASE_URL } = settings;
  if (DATABASE_URL === undefined) {
    return await withOwnerDatabase(settings, ({ ownerUrl }) => verify(ownerUrl, folder));
  }
  await assertReachable(DATABASE_URL);
  return await verify(DATABASE_URL, folder);
}

async function verify(ownerUrl: string, folder: AuditFolder): Promise<Verification> {
  // The checkpoints first: what is chained while we walk is newer than all of them.
  const checkpoints = await openCheckpoints(folder);
  const publicKey = existsSync(folder.publicKey) ? createPublicKey(await readFile(folder.publicKey)) : null;
  if (publicKey !== null) console.log(`First key: ${keyId(publicKey)}`);
  return await withClient(ownerUrl, (client) =>
    verifyChain(
      { query: (text, values) => client.query<Record<string, unknown>>(text, values) },
      checkpoints,
      publicKey,
    ),
  ).catch((error: unknown) => {
    if (errorCode(error) !== UNDEFINED_TABLE) throw error;
    throw new OperatorFault('This database holds no portal: it has no log. Correct DATABASE_URL.');
  });
}
