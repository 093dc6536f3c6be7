import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditFolder, keyId } from '#lib/server/audit/checkpoint.ts';
import { keysById, type PublishedKey, readPublishedKeys } from '#lib/server/audit/published-keys.ts';
import { readSettings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { verifyReceipt } from '#lib/server/receipt/verify-receipt.ts';
import { runMain } from '#scripts/lib/run-main.ts';

// `npm run receipt:verify -- FILE [--keys FILE]`: whether a receipt is genuine, from it and the published keys alone: no database,
// no network. Keys as /.well-known/audit-keys.json gives them, or one as PEM; without, those in the data folder. Ends with 0 where it
// is genuine, 1 where not, 2 where it could not be verified.

const REASONS = {
  notReceipt: 'This is not a receipt.',
  changed:
    'The receipt has been changed: its entry, its way to the checkpoint or the signature does not fit.',
  unknownKey: 'The receipt was signed with a key that is not among the published ones.',
} as const;

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
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined)
    throw new OperatorFault('Which receipt? npm run receipt:verify -- FILE [--keys FILE]');
  const text = await readFile(found(file), 'utf8');
  const keys = keysById(await keysFrom(values.keys));
  const verdict = verifyReceipt(text, keys);
  if (!verdict.genuine) {
    console.log(REASONS[verdict.fault]);
    process.exitCode = 1;
    return;
  }
  const { kind, subjectId, at, signedAt, seq, contentHash } = verdict;
  console.log(
    `The receipt is genuine: ${kind} ${subjectId ?? ''}, entered ${at} as link ${seq}, signed ${signedAt}.`,
  );
  if (contentHash !== null) console.log(`SHA-256 of its content: ${contentHash}`);
}

/** Paths are meant from where the command was typed. */
function found(file: string): string {
  const full = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  if (!existsSync(full)) throw new OperatorFault(`There is no file ${full}.`);
  return full;
}

async function keysFrom(file: string | undefined): Promise<PublishedKey[]> {
  if (file === undefined) {
    const keys = await readPublishedKeys(auditFolder(readSettings(process.env).PORTAL_DATA_DIR));
    if (keys.length === 0) throw new OperatorFault('There are no keys here. Give them with --keys FILE.');
    return keys;
  }
  const text = await readFile(found(file), 'utf8');
  if (text.trimStart().startsWith('[')) return JSON.parse(text) as PublishedKey[];
  return [{ id: keyId(createPublicKey(text)), publicKey: text }];
}
