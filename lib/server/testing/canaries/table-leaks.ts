import type { Client } from 'pg';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { protectIdentity } from '#lib/server/protected-identity/protect-identity.ts';
import type { Aviary } from '#lib/server/testing/canaries/canary.ts';
import { mayMeet, relationsOf } from '#lib/server/testing/canaries/relations.ts';
import { readableTables, walkTables } from '#lib/server/testing/canaries/walk-tables.ts';

/** Who met what they should not have: `protected person.family_name in person, by coach`. */
export async function leaksInTables(
  databases: { readonly owner: Client; readonly app: Database },
  actors: readonly PersonActor[],
  aviary: Aviary,
): Promise<readonly string[]> {
  const { owner, app } = databases;
  const { rows } = await owner.query<{ id: string }>('SELECT id::text FROM participant WHERE protected');
  const protectedIds = new Set(rows.map(({ id }) => id));
  const tables = await readableTables(app);
  const leaks = new Set<string>();
  for (const actor of actors) {
    const relations = await relationsOf(owner, actor);
    for (const { where, canary } of await walkTables(app, actor, tables, aviary)) {
      if (mayMeet(relations, canary.participantId, protectedIds)) continue;
      const kind = protectedIds.has(canary.participantId) ? 'protected' : 'personal';
      leaks.add(`${kind} ${canary.field} in ${where}, by ${actor.role}`);
    }
  }
  return [...leaks];
}

/** Protects those who have the most written of them, by a caseworker's own command; every other keeps the coach. Returns whom. */
export async function protectMost(
  databases: { readonly owner: Client; readonly app: Database },
  caseworker: PersonActor,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<ReadonlySet<string>> {
  const { rows } = await databases.owner.query<{ id: string }>(
    `SELECT a.id::text FROM participant a WHERE NOT a.protected
     ORDER BY (SELECT count(*) FROM report r WHERE r.participant_id = a.id) DESC, a.id LIMIT $1`,
    [most],
  );
  for (const [index, { id: participantId }] of rows.entries()) {
    const given = { participantId, reason: 'decision', keepCoaches: index % 2 === 0 };
    const execution = { database: databases.app, actor: caseworker, now, idempotencyKey: newId() };
    const result = await execute(protectIdentity, given, execution);
    if (!result.ok) throw new Error(`${participantId} was not protected: ${result.error.problem.code}`);
  }
  return new Set(rows.map(({ id }) => id));
}
