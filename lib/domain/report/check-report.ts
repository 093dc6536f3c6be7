import type { Check, CheckCode, Checked, Finding } from '#lib/domain/report/check.ts';
import { absentButActive } from '#lib/domain/report/checks/absent-but-active.ts';
import { activityNotPlanned } from '#lib/domain/report/checks/activity-not-planned.ts';
import { belowMinimum } from '#lib/domain/report/checks/below-minimum.ts';
import { coachOverload } from '#lib/domain/report/checks/coach-overload.ts';
import { copiedHours } from '#lib/domain/report/checks/copied-hours.ts';
import { distanceOnly } from '#lib/domain/report/checks/distance-only.ts';
import { duplicateReport } from '#lib/domain/report/checks/duplicate-report.ts';
import { impossibleTime } from '#lib/domain/report/checks/impossible-time.ts';
import { late } from '#lib/domain/report/checks/late.ts';
import { mandatoryMissing } from '#lib/domain/report/checks/mandatory-missing.ts';
import { meetingInterval } from '#lib/domain/report/checks/meeting-interval.ts';
import { monthOpen } from '#lib/domain/report/checks/month-open.ts';
import { otherActorTooLong } from '#lib/domain/report/checks/other-actor-too-long.ts';
import { outsidePlacement } from '#lib/domain/report/checks/outside-placement.ts';
import { participantDisputes } from '#lib/domain/report/checks/participant-disputes.ts';
import { planMissing } from '#lib/domain/report/checks/plan-missing.ts';
import { reportEmpty } from '#lib/domain/report/checks/report-empty.ts';
import { rushedBatch } from '#lib/domain/report/checks/rushed-batch.ts';
import { tooLittleOnSite } from '#lib/domain/report/checks/too-little-on-site.ts';
import { unlikelyLevel } from '#lib/domain/report/checks/unlikely-level.ts';
import { type DatedCheck, notAssessed } from '#lib/domain/report/not-assessed.ts';

/** Every automatic check of a periodic report, in the order in which their sentences are told. */
export const CHECKS: { readonly [Code in CheckCode]: Check } = {
  REPORT_EMPTY: reportEmpty,
  OUTSIDE_PLACEMENT: outsidePlacement,
  MONTH_OPEN: monthOpen,
  DUPLICATE_REPORT: duplicateReport,
  PLAN_MISSING: planMissing,
  ACTIVITY_NOT_PLANNED: activityNotPlanned,
  IMPOSSIBLE_TIME: impossibleTime,
  OTHER_ACTOR_TOO_LONG: otherActorTooLong,
  MANDATORY_MISSING: mandatoryMissing,
  ABSENT_BUT_ACTIVE: absentButActive,
  PARTICIPANT_DISPUTES: participantDisputes,
  BELOW_MINIMUM: belowMinimum,
  TOO_LITTLE_ON_SITE: tooLittleOnSite,
  MEETING_INTERVAL: meetingInterval,
  DISTANCE_ONLY: distanceOnly,
  UNLIKELY_LEVEL: unlikelyLevel,
  COPIED_HOURS: copiedHours,
  COACH_OVERLOAD: coachOverload,
  RUSHED_BATCH: rushedBatch,
  LATE: late,
};

const ALL = Object.values(CHECKS);

/**
 * What others do, say and send later can change: asked again of a report that has come in, before it is decided. The others
 * rest on the report itself, and on what was so when it came.
 */
export const COMPARING: readonly CheckCode[] = [
  'IMPOSSIBLE_TIME',
  'ABSENT_BUT_ACTIVE',
  'PARTICIPANT_DISPUTES',
  'DISTANCE_ONLY',
  'UNLIKELY_LEVEL',
  'COPIED_HOURS',
  'COACH_OVERLOAD',
];

export type Verdict = {
  /** Keep the report from being submitted. */
  readonly blocks: readonly Finding[];
  /** Holds and flags: what goes with the report to review. */
  readonly findings: readonly Finding[];
  /** Checks that need what is not known: they are neither passed nor found anything by. */
  readonly notAssessed: readonly DatedCheck[];
};

/**
 * Everything that the automatic checks find in a report, whichever way it came in (review section 1). `without` names
 * checks that do not apply: a load of history has no plans to hold the report against.
 */
export function validateReport(checked: Checked, without: readonly CheckCode[] = []): Verdict {
  const found = ALL.flatMap((check) => check(checked)).filter(({ code }) => !without.includes(code));
  return {
    blocks: found.filter(({ severity }) => severity === 'block'),
    findings: found.filter(({ severity }) => severity !== 'block'),
    notAssessed: notAssessedOf(checked),
  };
}

/** What of a report cannot be assessed; nothing is said of it where nothing is compared, of history for instance. */
export function notAssessedOf({ content, facts }: Pick<Checked, 'content' | 'facts'>): readonly DatedCheck[] {
  const { compared, meetings, absences } = facts;
  if (compared === null) return [];
  const isAwayWholeDays = absences.some(({ isWhole }) => isWhole);
  return notAssessed({ content, hasLog: meetings !== null, isAwayWholeDays });
}
