import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type AuditFolder,
  auditFolder,
  readCheckpoints,
  readPublicKey,
} from '#lib/server/audit/checkpoint.ts';
import { type Verification, verifyChain } from '#lib/server/audit/verify-chain.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings, type Settings } from '#lib/server/env.ts';
import { errorCode, OperatorFault } from '#lib/server/operator-fault.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';
import { assertReachable } from '#scripts/start/database.ts';

// `npm run audit:verify`: walks the chain over the log from its first link to its last and holds it against every signed
// checkpoint. Reads only. Ends with 1 where something does not hold, and says where.

const UNDEFINED_TABLE = '42P01';

await runMain(async () => {
  const settings = readSettings(process.env);
  const folder = auditFolder(settings.PORTAL_DATA_DIR);
  assertPortalIsHere(settings);
  const { links, checkpoints, faults } = await verifyWhereItIs(settings, folder);
  console.log(`${links} links, ${checkpoints} signed checkpoints (${folder.checkpoints}).`);
  for (const { seq, code, message } of faults) {
    console.log(`${seq === null ? 'log' : `link ${seq}`}: ${message} (${code})`);
  }
  console.log(
    faults.length === 0 ? 'The chain is whole.' : `The chain does not hold. Faults: ${faults.length}.`,
  );
  if (faults.length > 0) process.exitCode = 1;
});

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
  const checkpoints = await readCheckpoints(folder);
  const publicKey = existsSync(folder.publicKey) ? await readPublicKey(folder) : null;
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
