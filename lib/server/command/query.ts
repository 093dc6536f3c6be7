import type { Actor } from '#lib/domain/actor/actor.ts';
import { type AuditSubject, writeAudit } from '#lib/server/command/audit.ts';
import { type CommandContext, holdsMandate, type Mandate } from '#lib/server/command/command.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import { forbidden, notFound, type Problem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/**
 * A read, with its mandate and its entry in the log: whose personal data it shows and for what purpose.
 * `reads` returns null only where nothing personal is shown.
 */
export type Query<Input, Output> = {
  /** `noun.verb`, the action in the log. */
  readonly name: string;
  readonly mandates: readonly Mandate[];
  /** Why personal data is read, in a few Swedish words that the participant will see. */
  readonly purpose: string;
  /** Null: it does not exist for this actor (404). */
  readonly run: (tx: Tx, input: Input, context: CommandContext) => Promise<Output | null>;
  readonly reads: (output: Output, input: Input) => AuditSubject | null;
};

export function defineQuery<Input, Output>(query: Query<Input, Output>): Query<Input, Output> {
  return query;
}

/** The one way to read: authorise → transaction (actor set for row-level security) → read → entry in the log → commit. */
export async function ask<Input, Output>(
  query: Query<Input, Output>,
  input: Input,
  asking: { readonly database: Database; readonly actor: Actor; readonly now: Date },
): Promise<Result<Output, Problem>> {
  const { database, actor, now } = asking;
  if (!holdsMandate(actor, query.mandates)) return err(forbidden());
  const context = { actor, now, today: plainDateFromDate(now) };
  return await inTransaction(database, actor, async (tx) => {
    const output = await query.run(tx, input, context);
    if (output === null) return err(notFound());
    const subject = query.reads(output, input);
    if (subject !== null && (subject.participantIds.length > 0 || subject.id !== null)) {
      await writeAudit(tx, { actor, action: query.name, outcome: 'read', purpose: query.purpose, subject });
    }
    return ok(output);
  });
}
