import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import type { Checked } from '#lib/domain/report/check.ts';
import { EMPTY_CONTENT, type ReportContent, type ReportRow } from '#lib/domain/report/report-content.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** 2026-01-02 and 180 days: the whole of March (31 days) is service. */
export const FACTS: ReportFacts = {
  month: month('2026-03'),
  periods: [{ number: 1, from: plainDate('2026-01-02'), to: plainDate('2026-07-01') }],
  end: null,
  plannedActivities: ACTIVITY_CODES,
  currentStatus: null,
  firstSubmittedOn: null,
  otherActorMonths: [],
  busiestDay: null,
  absences: [],
  meetings: null,
  disputed: [],
  compared: null,
  reading: [],
};

/** Five hours on site, an individual meeting among them: nothing to say about it. */
export const CONTENT: ReportContent = {
  ...EMPTY_CONTENT,
  rows: [
    { activity: 'individualMeeting', form: 'onSite', minutes: 60 },
    { activity: 'mapping', form: 'onSite', minutes: 240 },
  ],
};

export function rows(...given: readonly ReportRow[]): ReportContent {
  return { ...EMPTY_CONTENT, rows: given };
}

type Given = {
  readonly content?: ReportContent;
  readonly facts?: Partial<ReportFacts>;
  readonly today?: string;
};

/** A report without faults, sent on the first day after its month, but for what is given. */
export function checked(given: Given = {}): Checked {
  return {
    content: given.content ?? CONTENT,
    facts: { ...FACTS, ...given.facts },
    terms,
    today: plainDate(given.today ?? '2026-04-01'),
  };
}
