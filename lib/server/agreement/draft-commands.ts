import { draftInput, returnDraftInput } from '#lib/schemas/agreement-draft.ts';
import { onlyDrafts, onlySubmitted, personOf } from '#lib/server/agreement/draft-problem.ts';
import type { DraftRow } from '#lib/server/agreement/draft-row.ts';
import { tellFirstPersons } from '#lib/server/agreement/tell-people.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { ok } from '#lib/shared/result.ts';

/** What differs between drafts of agreement versions and of terms. */
export type DraftKind<Row extends DraftRow> = {
  readonly what: 'agreement' | 'terms';
  readonly subject: 'agreementDraft' | 'termsDraft';
  readonly table: Prisma.Sql;
  readonly lock: (tx: Tx, id: string) => Promise<Row | null>;
  readonly nameOf: (row: Row) => string;
};

/** Sends a submitted draft back with a reason, to be edited again. Who submitted it may take it back so, too. */
export function defineReturn<Row extends DraftRow>(kind: DraftKind<Row> & { readonly name: string }) {
  const { name, what, subject, table, lock, nameOf } = kind;
  return defineCommand({
    name,
    mandates: ['agreementAdmin'],
    input: returnDraftInput,
    lock: async (tx, { draftId }) => await lock(tx, draftId),
    version: (draft, { version }) => ({ seen: version, current: draft.version }),
    guard: (draft) => onlySubmitted(draft),
    stepUp: () => null,
    decide: (_, { reason }) => ok(reason),
    write: async (tx, reason, draft, { actor, now }) => {
      const person = personOf(actor);
      await tx.$executeRaw`UPDATE ${table} SET status = 'draft', returned_by_person_id = ${person}::uuid, returned_at = ${now},
        returned_reason = ${reason}, version = version + 1 WHERE id = ${draft.id}::uuid`;
      const firstPersons = [...draft.editorIds, draft.submittedById ?? person].filter((id) => id !== person);
      const told = { what, name: nameOf(draft), draftId: draft.id, firstPersons };
      await tellFirstPersons(tx, { ...told, decided: 'returned' });
      return { draftId: draft.id };
    },
    audit: ({ draftId }, reason) => ({ type: subject, id: draftId, participantIds: [], detail: { reason } }),
  });
}

/** Gives a draft up. It is kept, at rest. */
export function defineDiscard<Row extends DraftRow>(kind: DraftKind<Row> & { readonly name: string }) {
  const { name, subject, table, lock } = kind;
  return defineCommand({
    name,
    mandates: ['agreementAdmin'],
    input: draftInput,
    lock: async (tx, { draftId }) => await lock(tx, draftId),
    version: (draft, { version }) => ({ seen: version, current: draft.version }),
    guard: (draft) => onlyDrafts(draft),
    stepUp: () => null,
    decide: () => ok(null),
    write: async (tx, _, { id }) => {
      await tx.$executeRaw`UPDATE ${table} SET status = 'discarded', version = version + 1 WHERE id = ${id}::uuid`;
      return { draftId: id };
    },
    audit: ({ draftId }) => ({ type: subject, id: draftId, participantIds: [] }),
  });
}
