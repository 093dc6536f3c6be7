import { meetingInTime, onSiteMeetingInTime } from '#lib/domain/quality/meeting-in-time.ts';
import { onSiteShare } from '#lib/domain/quality/on-site-share.ts';
import { otherActorInAll } from '#lib/domain/quality/other-actor-in-all.ts';
import type { PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import { planInTime } from '#lib/domain/quality/plan-in-time.ts';
import { type ReportDueOn, reportInTime } from '#lib/domain/quality/report-in-time.ts';
import { type PlacementRequirement, QUALITY_STATES, type Standing } from '#lib/domain/quality/standing.ts';
import { supportInTime } from '#lib/domain/quality/support-in-time.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type PlacementStanding = Standing<PlacementRequirement>;

/**
 * How a placement with service days today stands against each requirement, in their order: by the terms in force, but each
 * report by the last day that its own month had.
 */
export function judgePlacement(
  facts: PlacementFacts,
  terms: Terms,
  reportDueOn: ReportDueOn,
  today: PlainDate,
): readonly PlacementStanding[] {
  return [
    supportInTime(facts, terms, today),
    onSiteShare(facts, terms, today),
    meetingInTime(facts, terms, today),
    onSiteMeetingInTime(facts, terms, today),
    planInTime(facts, terms, today),
    reportInTime(facts, reportDueOn, today),
    otherActorInAll(facts, terms, today),
  ];
}

const urgencyOf = ({ state, until }: Standing): readonly [number, string] => {
  const rank = QUALITY_STATES.indexOf(state);
  // What is broken and can no longer be mended comes after what can, and before what nobody knows.
  if (state === 'broken' && until === null) return [1.5, ''];
  return rank <= 1 ? [1, until ?? ''] : [rank, until ?? '9999-12-31'];
};

/** The most urgent first: what is or soon will be broken by its last day, then what is past mending, unknown, met. */
export function byUrgency(a: Standing, b: Standing): number {
  const [x, y] = [urgencyOf(a), urgencyOf(b)];
  return x[0] - y[0] || (x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : 0);
}
