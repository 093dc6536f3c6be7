import type { DisputeClosing, DisputePart } from '#lib/domain/statement/dispute.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type LockedStatement, lockStatement } from '#lib/server/statement/answer/lock-statement.ts';

/** A dispute, locked with its statement for the transaction. */
export type LockedDispute = {
  readonly id: string;
  readonly version: number;
  readonly statement: LockedStatement;
  readonly placementId: string;
  readonly participantId: string;
  readonly key: string;
  readonly closing: DisputeClosing | null;
  /** Parts of the actor in what is disputed. */
  readonly parts: readonly DisputePart[];
};

/** Locks a dispute about a placement that the actor sees; null where there is none. */
export async function lockDispute(
  tx: Tx,
  disputeId: string,
  context: CommandContext,
): Promise<LockedDispute | null> {
  const [which] = await tx.$queryRaw<{ statementId: string }[]>`
    SELECT d.statement_id::text AS "statementId" FROM statement_dispute d JOIN placement p ON p.id = d.placement_id
    WHERE d.id = ${disputeId}::uuid AND (app.is_authority() OR d.provider_id = app.provider_id())`;
  if (which === undefined) return null;
  const statement = await lockStatement(tx, which.statementId);
  if (statement === null) return null;
  const [row] = await tx.$queryRaw<Omit<LockedDispute, 'statement' | 'parts'>[]>`
    SELECT d.id::text, d.version, d.placement_id::text AS "placementId", p.participant_id::text AS "participantId", d.key, d.closing
    FROM statement_dispute d JOIN placement p ON p.id = d.placement_id WHERE d.id = ${disputeId}::uuid FOR UPDATE OF d`;
  if (row === undefined) return null;
  return { ...row, statement, parts: await partsOf(tx, disputeId, context) };
}

/** What parts the actor has had in what is disputed. */
export async function partsOf(
  tx: Tx,
  disputeId: string,
  { actor }: Pick<CommandContext, 'actor'>,
): Promise<readonly DisputePart[]> {
  const personId = actor.kind === 'person' ? actor.personId : null;
  const rows = await tx.$queryRaw<{ part: DisputePart }[]>`
    SELECT part FROM app.dispute_parts(${disputeId}::uuid) WHERE person_id = ${personId}::uuid ORDER BY part`;
  return rows.map(({ part }) => part);
}
