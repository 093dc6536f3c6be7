import { draftInput } from '#lib/schemas/agreement-draft.ts';
import { defineDiscard, defineReturn, type DraftKind } from '#lib/server/agreement/draft-commands.ts';
import { incomplete, onlyDrafts, personOf } from '#lib/server/agreement/draft-problem.ts';
import { lockTermsDraft, type TermsDraftRow } from '#lib/server/agreement/draft-row.ts';
import { tellSecondPersons } from '#lib/server/agreement/tell-people.ts';
import { termsDraftFaults } from '#lib/server/agreement/terms-draft-faults.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { err, ok } from '#lib/shared/result.ts';

/** Hands terms to a second person. */
export const submitTermsDraft = defineCommand({
  name: 'termsDraft.submit',
  mandates: ['agreementAdmin'],
  input: draftInput,
  lock: async (tx, { draftId }, { today }) => {
    const draft = await lockTermsDraft(tx, draftId);
    return draft === null ? null : { ...draft, faults: await termsDraftFaults(tx, draft, today) };
  },
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft) => onlyDrafts(draft),
  stepUp: () => null,
  decide: ({ faults }) => (faults.length === 0 ? ok(null) : err(incomplete(faults))),
  write: async (tx, _, draft, { actor, now }) => {
    const person = personOf(actor);
    await tx.$executeRaw`UPDATE terms_draft SET status = 'submitted', submitted_by_person_id = ${person}::uuid, submitted_at = ${now},
      version = version + 1 WHERE id = ${draft.id}::uuid`;
    const firstPersons = [...draft.editorIds, person];
    await tellSecondPersons(tx, { what: 'terms', name: draft.validFrom, draftId: draft.id, firstPersons });
    return { draftId: draft.id };
  },
  audit: ({ draftId }) => ({ type: 'termsDraft', id: draftId, participantIds: [] }),
});

const TERMS: DraftKind<TermsDraftRow> = {
  what: 'terms',
  subject: 'termsDraft',
  table: Prisma.sql`terms_draft`,
  lock: lockTermsDraft,
  nameOf: ({ validFrom }) => validFrom,
};

export const returnTermsDraft = defineReturn({ ...TERMS, name: 'termsDraft.return' });
export const discardTermsDraft = defineDiscard({ ...TERMS, name: 'termsDraft.discard' });
