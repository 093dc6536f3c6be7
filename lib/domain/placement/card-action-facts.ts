import type { CardActionFacts } from '#lib/domain/placement/card-actions.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a card says of what can be done from it. Of months only one that is over is to be reported. */
export function cardActionFacts(card: ParticipantCard, today: PlainDate): CardActionFacts {
  const report = card.steps.find(({ kind }) => kind === 'report');
  const extension = card.to > today ? card.steps.find(({ kind }) => kind === 'extension') : undefined;
  const final = card.steps.find(({ kind }) => kind === 'finalReport');
  const isOver =
    report?.month != null &&
    (report.month < monthOf(today) || (card.to <= today && report.month <= monthOf(today)));
  return {
    placementId: card.placementId,
    today,
    from: card.from,
    to: card.to,
    endReason: card.endReason,
    hasCoach: card.coach !== null,
    planDue: card.planDue,
    reportDue: isOver && report?.month != null ? { month: report.month, dueOn: report.date } : null,
    extensionDue: extension?.state === 'done' ? null : (extension?.date ?? null),
    finalReportDue: final?.state === 'done' ? null : (final?.date ?? null),
    cameBySwitch: card.cameBySwitch,
    periods: card.periods,
    outcomeId: card.outcomeId,
    documents: card.documents,
  };
}
