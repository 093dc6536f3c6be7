import { IMPACT_HOLDS_DAYS } from '#lib/domain/agreement/version-draft.ts';
import { draftFaults, readinessOf } from '#lib/domain/agreement/readiness.ts';
import { publishDraftInput } from '#lib/schemas/agreement-draft.ts';
import { incomplete, onlySecondPerson, personOf } from '#lib/server/agreement/draft-problem.ts';
import { agreementContentHash, documentHashOf, lockAgreementDraft } from '#lib/server/agreement/draft-row.ts';
import { hasPresentImpact } from '#lib/server/agreement/find-impact.ts';
import { takenIds } from '#lib/server/agreement/taken-ids.ts';
import { tellFirstPersons } from '#lib/server/agreement/tell-people.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

function impactFault(): FieldProblem {
  return {
    pointer: '/impact',
    code: 'impactOutdated',
    message: 'Det finns ingen aktuell konsekvensberäkning för det som står i utkastet.',
    fix: `Räkna konsekvenserna på nytt. De gäller i ${IMPACT_HOLDS_DAYS} dagar, och tills utkastet ändras.`,
  };
}

/**
 * A second person publishes what another has drafted, with the e-ID, for exactly the content that was shown. Everything is
 * judged anew here: the document, every golden case, and that what it changes is known. From then on the version exists.
 */
export const publishAgreementVersion = defineCommand({
  name: 'agreementVersion.publish',
  mandates: ['agreementAdmin'],
  input: publishDraftInput,
  lock: async (tx, { draftId }, { today }) => {
    const draft = await lockAgreementDraft(tx, draftId);
    if (draft === null) return null;
    const about = { draftId, documentHash: documentHashOf(draft), today };
    return {
      ...draft,
      contentHash: agreementContentHash(draft),
      taken: await takenIds(tx, draftId),
      hasImpact: draft.replacesId === null || (await hasPresentImpact(tx, about)),
    };
  },
  version: (draft, { version }) => ({ seen: version, current: draft.version }),
  guard: (draft, { contentHash }, { actor }) =>
    onlySecondPerson(draft, actor, { seen: contentHash, now: draft.contentHash }),
  stepUp: ({ contentHash }) => ({ purpose: 'publishVersion', contentHash }),
  decide: ({ document, goldenCases, taken, hasImpact }) => {
    const faults = [
      ...draftFaults(readinessOf(document, goldenCases, taken)),
      ...(hasImpact ? [] : [impactFault()]),
    ];
    return faults.length === 0 ? ok(null) : err(incomplete(faults));
  },
  write: async (tx, _, draft, { actor, now }) => {
    const { id: draftId, agreementVersionId, name, document } = draft;
    const person = personOf(actor);
    await tx.$executeRaw`INSERT INTO agreement_version (id, name, document, published_at, published_by_person_id)
      VALUES (${agreementVersionId}, ${name}, ${JSON.stringify(document)}::jsonb, ${now}, ${person}::uuid)`;
    await tx.$executeRaw`UPDATE agreement_draft SET status = 'published', published_by_person_id = ${person}::uuid, published_at = ${now},
      version = version + 1 WHERE id = ${draftId}::uuid`;
    const firstPersons = [...draft.editorIds, ...(draft.submittedById === null ? [] : [draft.submittedById])];
    await tellFirstPersons(tx, { what: 'agreement', name, draftId, firstPersons, decided: 'published' });
    return { draftId, agreementVersionId };
  },
  audit: ({ draftId, agreementVersionId }, _, { contentHash }) => ({
    type: 'agreementVersion',
    id: agreementVersionId,
    participantIds: [],
    detail: { draftId, contentHash },
  }),
});
