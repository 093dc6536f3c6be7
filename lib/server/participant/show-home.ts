import type { HomeView } from '#lib/domain/participant/own-situation.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { ownWork } from '#lib/server/participant/own-work.ts';
import { loadOwnSituation } from '#lib/server/participant/own-situation.ts';
import { ownDecisions } from '#lib/server/placement-decision/decisions-of.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

/** The participant's first page: what needs doing, who helps, what comes next. */
export const showHome = defineQuery({
  name: 'participant.showHome',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, _input: Record<string, never>, { actor, today }): Promise<HomeView | null> {
    const participantId = ownParticipantId(actor);
    const situation = participantId === null ? null : await loadOwnSituation(tx, participantId, today);
    if (situation === null) return null;
    const { planDays } = await termsInForce(tx, today);
    return {
      today,
      situation,
      planDays,
      decided: await ownDecisions(tx, situation.participantId),
      work: await ownWork(tx, situation.participantId),
    };
  },
  reads: ({ situation }) => ({
    type: 'participant',
    id: situation.participantId,
    participantIds: [situation.participantId],
  }),
});
