import { meetingDue } from '#lib/domain/quality/meeting-wait.ts';
import { daysToldBy, type PlacementFacts } from '#lib/domain/quality/placement-facts.ts';
import { type Because, NEAR_DAYS, type QualityState, type Standing } from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, daysBetween, type PlainDate } from '#lib/shared/plain-date.ts';

/** There is an individual meeting at least every so many days by the terms (service description section 6). */
export function meetingInTime(
  facts: PlacementFacts,
  { meetingDays }: Pick<Terms, 'meetingDays'>,
  today: PlainDate,
): Standing<'meeting'> {
  return series('meeting', facts, facts.lastMeetingOn, meetingDays, today);
}

/** … and on site at least every so many days, which are more. */
export function onSiteMeetingInTime(
  facts: PlacementFacts,
  { onSiteMeetingDays }: Pick<Terms, 'onSiteMeetingDays'>,
  today: PlainDate,
): Standing<'onSiteMeeting'> {
  return series('onSiteMeeting', facts, facts.lastOnSiteMeetingOn, onSiteMeetingDays, today);
}

/**
 * A series begins anew with each placement: the first meeting is due `every` days after the first day, each later one
 * `every` days after the one before, and none after the service's last day. Only the log tells on which day somebody met:
 * where it is not kept, no more is known than that no meeting was due yet.
 */
function series<R extends 'meeting' | 'onSiteMeeting'>(
  requirement: R,
  facts: PlacementFacts,
  last: PlainDate | null,
  every: number,
  today: PlainDate,
): Standing<R> {
  const told = daysToldBy(facts, today);
  const counted = told === 'log' ? last : null;
  const from = counted ?? facts.from;
  const due = meetingDue(from, every);
  const as = (state: QualityState, because: Because, since: PlainDate | null = null): Standing<R> => ({
    requirement,
    state,
    value: told === 'log' ? daysBetween(from, today) : null,
    limit: every,
    since,
    until: state === 'unknown' || due >= facts.to ? null : due,
    because,
  });
  if (today > due) {
    if (told !== 'log') return as('unknown', { code: told === null ? 'NO_LOG' : 'OWN_LOG' });
    return as('broken', { code: 'MEETING_OVERDUE', last, days: daysBetween(from, today) }, addDays(due, 1));
  }
  if (due < facts.to && daysBetween(today, due) <= NEAR_DAYS) {
    return as('near', { code: 'MEETING_SOON', last: counted });
  }
  return as('met', counted === null ? { code: 'MEETING_AHEAD' } : { code: 'MEETING_HELD', last: counted });
}
