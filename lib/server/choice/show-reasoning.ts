import type { ChoiceReasoning } from '#lib/domain/choice/choice-reasoning.ts';
import { loadReasoning } from '#lib/server/choice/load-reasoning.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { isUuid } from '#lib/shared/uuid.ts';

export type ShownReasoning = {
  readonly choiceId: string;
  readonly participantId: string;
  readonly placementId: string;
  readonly reasoning: ChoiceReasoning;
};

/** Why somebody who did not choose got whom they got, for those at the authority who answer for it. */
export const showReasoning = defineQuery({
  name: 'choice.showReasoning',
  mandates: ['caseworker', 'auditor'],
  purpose: 'Uppföljning av icke-val',
  async run(tx, input: { readonly choiceId: string }): Promise<ShownReasoning | null> {
    if (!isUuid(input.choiceId)) return null;
    // Who has a protected identity is not opened here.
    const [choice] = await tx.$queryRaw<Omit<ShownReasoning, 'reasoning'>[]>`
      SELECT c.id::text AS "choiceId", c.participant_id::text AS "participantId", c.placement_id::text AS "placementId"
      FROM choice c JOIN participant a ON a.id = c.participant_id AND NOT a.protected WHERE c.id = ${input.choiceId}::uuid`;
    const reasoning = choice === undefined ? null : await loadReasoning(tx, choice.choiceId);
    return choice === undefined || reasoning === null ? null : { ...choice, reasoning };
  },
  reads: ({ choiceId, participantId }) => ({ type: 'choice', id: choiceId, participantIds: [participantId] }),
});
