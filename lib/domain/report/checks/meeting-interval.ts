import type { Check, CheckFacts } from '#lib/domain/report/check.ts';
import { longestWait } from '#lib/domain/quality/meeting-wait.ts';
import { serviceInMonth } from '#lib/domain/report/report-facts.ts';

/**
 * There is an individual meeting at least every so many days by the terms, and one on site at least every so many, which
 * are more (review section 1; service description section 6): of all waits that go into the month, the first kind that is too
 * long is told, at its longest. Where the month has no log there are no days, and nothing is said.
 */
export const meetingInterval: Check = ({ facts, terms }) => {
  const { meetings } = facts;
  const service = serviceInMonth(facts);
  const [first] = service;
  const last = service.at(-1);
  if (meetings === null || first === undefined || last === undefined) return [];
  const days = { from: first.days.from, to: last.days.to };
  const tooLong = (onSite: boolean, most: number): CheckFacts['MEETING_INTERVAL'] | null => {
    const held = meetings.held.filter((meeting) => !onSite || meeting.onSite).map(({ date }) => date);
    const wait = longestWait({ since: meetings.since, held }, days);
    return wait !== null && wait.days > most ? { ...wait, most, onSite } : null;
  };
  const found = tooLong(false, terms.meetingDays) ?? tooLong(true, terms.onSiteMeetingDays);
  return found === null
    ? []
    : [{ code: 'MEETING_INTERVAL', severity: 'flag', facts: found, row: null, column: 'activity' }];
};
