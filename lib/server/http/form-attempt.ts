import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { actorKey, inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { Problem } from '#lib/shared/problem.ts';

export type FormAttempt = KeptForm & { readonly command: string; readonly path: string };

/** Keeps what was typed into a form that could not be carried out, so that nothing is lost; returns its id. */
export async function keepAttempt(database: Database, actor: Actor, attempt: FormAttempt): Promise<string> {
  const id = newId();
  await inTransaction(database, actor, async (tx) => {
    await tx.formAttempt.create({
      data: {
        id,
        actorKey: actorKey(actor),
        command: attempt.command,
        path: attempt.path,
        values: { fields: attempt.values, idempotencyKey: attempt.idempotencyKey },
        problem: JSON.parse(JSON.stringify(attempt.problem)),
      },
    });
  });
  return id;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The actor's own kept attempt, or null. */
export async function findAttempt(
  database: Database,
  actor: Actor,
  id: string | undefined,
): Promise<FormAttempt | null> {
  if (id === undefined || !UUID.test(id)) return null;
  const row = await inTransaction(database, actor, (tx) => tx.formAttempt.findUnique({ where: { id } }));
  if (row === null) return null;
  const { fields, idempotencyKey } = row.values as {
    fields: Readonly<Record<string, string>>;
    idempotencyKey: string;
  };
  return {
    command: row.command,
    path: row.path,
    values: fields,
    idempotencyKey,
    problem: row.problem as unknown as Problem,
  };
}
