import type { KeyObject } from 'node:crypto';
import type { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { chainEntries, type SqlClient } from '#lib/server/audit/chain-entries.ts';
import {
  type AuditFolder,
  type Checkpoint,
  readCheckpoints,
  readPublicKey,
} from '#lib/server/audit/checkpoint.ts';
import { TAMPERINGS, type Tampering } from '#lib/server/audit/testing/tamper.ts';
import { type Verification, verifyChain } from '#lib/server/audit/verify-chain.ts';
import { writeCheckpoint } from '#lib/server/audit/write-checkpoint.ts';

export type Log = {
  /** A superuser's connection. */
  readonly client: SqlClient;
  readonly last: number;
  readonly checkpoints: readonly Checkpoint[];
  readonly publicKey: KeyObject;
};

export type Tried = {
  readonly kind: string;
  /** Whether anything was said at all, and whether the first place named is the right one. */
  readonly found: boolean;
  readonly placed: boolean;
  readonly said: string;
};

/** A log of `stretches` stretches with so many entries each, and a checkpoint after each. */
export async function makeLog(
  client: SqlClient,
  folder: AuditFolder,
  { stretches, each }: { readonly stretches: number; readonly each: number },
): Promise<Log> {
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    await client.query(
      `INSERT INTO audit_entry (actor_kind, person_id, actor_key, role, provider_id, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
        SELECT 'person', gen_random_uuid(), 'person:' || n, 'coach', gen_random_uuid(), 'test.' || n % 7, (ARRAY['done', 'read', 'refused'])[1 + n % 3],
          'report', gen_random_uuid()::text, ARRAY[gen_random_uuid()], 'Prov', jsonb_build_object('n', n, 'öre', 12.50, 'b', ARRAY[n])
        FROM generate_series(1, $1::int) n`,
      [each],
    );
    while ((await chainEntries(client)) > 0);
    await writeCheckpoint(folder, client, new Date());
  }
  const checkpoints = (await readCheckpoints(folder)).filter((one) => one !== null);
  return { client, last: stretches * each, checkpoints, publicKey: await readPublicKey(folder) };
}

export async function verifyLog({ client, checkpoints, publicKey }: Log): Promise<Verification> {
  return await verifyChain(client, checkpoints, publicKey);
}

/** Tampers `times` times, each kind as often, and says what the verification has said of each; the log stays as it was. */
export async function tryTamperings(
  log: Log,
  times: number,
  chance: ReturnType<typeof seeded>,
): Promise<Tried[]> {
  const kinds = Object.entries(TAMPERINGS);
  const tried: Tried[] = [];
  for (let n = 0; n < times; n += 1) {
    const [kind, tamper] = kinds[n % kinds.length] ?? [];
    if (kind === undefined || tamper === undefined) throw new RangeError('there is a tampering');
    await log.client.query('BEGIN');
    try {
      // Triggers and policies are no wall for a superuser.
      await log.client.query('SET LOCAL session_replication_role = replica');
      const done = await tamper({ ...log, chance });
      const { faults } = await verifyChain(log.client, done.checkpoints ?? log.checkpoints, log.publicKey);
      const [first] = faults;
      tried.push({
        kind,
        found: first !== undefined,
        placed: first !== undefined && isWithin(first.seq, done),
        said: `${JSON.stringify({ from: done.from, to: done.to })}: ${first?.message ?? 'nothing'}`,
      });
    } finally {
      await log.client.query('ROLLBACK');
    }
  }
  return tried;
}

function isWithin(seq: string | null, { from, to }: Tampering): boolean {
  return seq !== null && Number(seq) >= from && Number(seq) <= to;
}
