import { unanswered } from '#lib/domain/activity-answer/activity-answer.ts';
import type { HomeView } from '#lib/domain/participant/own-situation.ts';
import { loadOwnMonths } from '#lib/server/activity-answer/own-months.ts';
import { latestHelp } from '#lib/server/assistance/own-help.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';
import { ownWork } from '#lib/server/participant/own-work.ts';
import { loadOwnSituation } from '#lib/server/participant/own-situation.ts';
import { ownDecisions } from '#lib/server/placement-decision/decisions-of.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addMonthsTo, monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

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
      help: await latestHelp(tx, situation.participantId, today),
      unanswered: await countUnanswered(tx, situation.participantId, today),
      assignedChoiceId: await assignedChoice(tx, situation.placements[0]?.id ?? null),
    };
  },
  reads: ({ situation }) => ({
    type: 'participant',
    id: situation.participantId,
    participantIds: [situation.participantId],
  }),
});

async function countUnanswered(tx: Tx, participantId: string, today: PlainDate): Promise<number> {
  const last = monthOf(today);
  const months = await loadOwnMonths(tx, participantId, { first: addMonthsTo(last, -1), last });
  return months.reduce((sum, { activities }) => sum + unanswered(activities).length, 0);
}

async function assignedChoice(tx: Tx, placementId: string | null): Promise<string | null> {
  if (placementId === null) return null;
  const choice = await tx.choice.findFirst({
    where: { placementId, kind: 'proximity' },
    select: { id: true },
  });
  return choice?.id ?? null;
}
