import type { ServiceSpan } from '#lib/domain/outcome/placement-of-outcome.ts';
import { settleOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { type RegisterOutcomeInput, registerOutcomeInput } from '#lib/schemas/outcome.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { insertOutcome } from '#lib/server/outcome/insert-outcome.ts';
import { ownOutcome, serviceSpans } from '#lib/server/outcome/own-outcome.ts';
import { conflict } from '#lib/shared/problem.ts';

type State = {
  readonly id: string;
  readonly participantId: string;
  readonly hasOutcome: boolean;
  readonly spans: readonly ServiceSpan[];
};

/** Writes an outcome down on the provider's word. It pays nothing until a reviewer has approved it. */
export const registerOutcome = defineCommand({
  name: 'outcome.register',
  mandates: ['caseworker'],
  input: registerOutcomeInput,
  async lock(tx, { placementId }: RegisterOutcomeInput): Promise<State | null> {
    // Locked first: what is looked up after has whatever a double has just written.
    const [placement] = await tx.$queryRaw<Omit<State, 'hasOutcome' | 'spans'>[]>`
      SELECT id::text, participant_id::text AS "participantId" FROM placement
      WHERE id = ${placementId}::uuid AND cancelled_at IS NULL FOR UPDATE`;
    if (placement === undefined) return null;
    const standing = await tx.outcome.count({
      where: { placementId, status: { notIn: ['superseded', 'withdrawn'] } },
    });
    return { ...placement, hasOutcome: standing > 0, spans: await serviceSpans(tx, placementId) };
  },
  version: () => null,
  guard: ({ hasOutcome }) =>
    hasOutcome
      ? conflict([], {
          code: 'outcomeExists',
          title: {
            sv: 'Placeringen har redan ett resultat. Rätta det i stället.',
            en: 'The placement already has an outcome. Correct that one instead.',
          },
        })
      : null,
  stepUp: () => null,
  decide: ({ id, spans }, input, { today }) => {
    const settled = settleOutcome(input, today);
    return settled.ok ? ownOutcome(settled.value, id, spans) : settled;
  },
  async write(tx, content, { id }, { actor, now }) {
    const submittedByPersonId = actor.kind === 'person' ? actor.personId : null;
    const given = { placementId: id, content, supersedesId: null, submittedByPersonId, now };
    return { outcomeId: await insertOutcome(tx, given), placementId: id };
  },
  audit: ({ outcomeId, placementId }, content, { participantId }) => ({
    type: 'outcome',
    id: outcomeId,
    participantIds: [participantId],
    detail: { placementId, type: content.type, from: content.from },
  }),
});
