import type { DraftLife, Done } from '#lib/domain/agreement/version-draft.ts';
import type { DraftRow } from '#lib/server/agreement/draft-row.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

export type Names = ReadonlyMap<string, string>;

/** Names of colleagues by id. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Names> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text, given_name || ' ' || family_name AS name FROM person WHERE id = ANY (${known}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function done(names: Names, id: string | null, at: Date | null): Done | null {
  return id === null || at === null ? null : { by: names.get(id) ?? null, at };
}

/** Everybody who stands in a draft. */
export function peopleOf(draft: DraftRow): readonly (string | null)[] {
  const { createdById, lastEditedById, submittedById, returnedById, publishedById, editorIds } = draft;
  return [createdById, lastEditedById, submittedById, returnedById, publishedById, ...editorIds];
}

/** The life of a draft with the names of those who had a hand in it. */
export function lifeOf(draft: DraftRow, names: Names): DraftLife {
  const returned = done(names, draft.returnedById, draft.returnedAt);
  return {
    status: draft.status,
    created: { by: names.get(draft.createdById) ?? null, at: draft.createdAt },
    lastEdited: { by: names.get(draft.lastEditedById) ?? null, at: draft.lastEditedAt },
    editors: draft.editorIds.flatMap((id) => names.get(id) ?? []),
    submitted: done(names, draft.submittedById, draft.submittedAt),
    returned: returned === null ? null : { ...returned, reason: draft.returnedReason ?? '' },
    published: done(names, draft.publishedById, draft.publishedAt),
    version: draft.version,
  };
}
