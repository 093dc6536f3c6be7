import type { Actor } from '#lib/domain/actor/actor.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { actorKey, type Tx } from '#lib/server/db/transaction.ts';

/** What the log says an action was about. `participantIds` are those whose data was touched or read. */
export type AuditSubject = {
  readonly type: string;
  readonly id: string | null;
  readonly participantIds: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>>;
};

export type AuditEntry = {
  readonly actor: Actor;
  readonly action: string;
  readonly outcome: 'done' | 'refused' | 'read';
  readonly purpose?: string;
  readonly subject: AuditSubject;
};

/** The statement that writes one entry into the log, for those who write something else in the same one. */
export function auditInsert(entry: AuditEntry): Prisma.Sql {
  const { actor, subject } = entry;
  const personId = actor.kind === 'person' ? actor.personId : null;
  const role = actor.kind === 'person' ? actor.role : null;
  const providerId = actor.kind === 'person' || actor.kind === 'client' ? actor.providerId : null;
  return Prisma.sql`INSERT INTO audit_entry
      (actor_kind, person_id, actor_key, role, provider_id, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
    VALUES (${actor.kind}, ${personId}::uuid, ${actorKey(actor)}, ${role}, ${providerId}::uuid, ${entry.action}, ${entry.outcome},
      ${subject.type}, ${subject.id}, ${subject.participantIds}::uuid[], ${entry.purpose ?? null}, ${JSON.stringify(subject.detail ?? {})}::jsonb)`;
}

/** Writes one entry into the log, in the caller's transaction: no effect without its entry, no entry without its effect. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.$executeRaw(auditInsert(entry));
}
