import type { MovedDays } from '#lib/domain/terms/moved-deadline.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';

/**
 * The terms (villkor): every day, share and limit that is not about money. A versioned document beside the agreement
 * version, in force from a date; the compensation model never reads it. Source: service description sections 3–6, review, choice.
 */
export type Terms = {
  /** Day of the next month by which the periodic report is due (1–28). */
  readonly reportDueDay: number;
  /** Minutes are given in steps of this many. */
  readonly minuteStep: number;
  /** Calendar days from submission within which a report is decided. */
  readonly reviewDays: number;
  /** Working days that a participant has to choose a provider. */
  readonly choiceWorkdays: number;
  /** Least number of working days ahead that a switch takes effect. */
  readonly switchWorkdays: number;
  /** Days from the start within which there is a joint plan. */
  readonly planDays: number;
  /** Least minutes of support a week, in months 1–6 and 7–12 of the service. */
  readonly leastSupportMinutesPerWeek: { readonly firstPeriod: number; readonly secondPeriod: number };
  /** Least share of the support that is given on site, per mille. */
  readonly onSitePermille: number;
  /** Most minutes of support that can be true on one day. */
  readonly mostSupportMinutesPerDay: number;
  /** Most calendar months with another actor's measure in all. */
  readonly otherActorMonths: number;
  /** Most days from one individual meeting to the next, and from one on site to the next. */
  readonly meetingDays: number;
  readonly onSiteMeetingDays: number;
  /** Most participants of one full-time coach. */
  readonly participantsPerCoach: number;
  /** Least hours a day that premises are open, and least days a week with so many. */
  readonly premisesHoursPerDay: number;
  readonly premisesDaysPerWeek: number;
  /** Working days after the proposal within which a provider answers a statement; silence accepts it. */
  readonly statementAcceptWorkdays: number;
  /** Day of the month on which accepted statements are paid (1–28), or the working day before it. */
  readonly payDay: number;
  /** Working days before a pay day by which a statement is accepted to be paid on it. */
  readonly payLeadWorkdays: number;
  /** Whole working days between the confirmation of a bank account and the first day on which it is paid to. */
  readonly bankWaitWorkdays: number;
  /** Calendar days from the decision on a claim to its due day. */
  readonly claimDueDays: number;
  /** Least minutes of downtime in the last 24 hours that move the last day of the month's reports. */
  readonly leastOutageMinutes: number;
  /** Working days that a provider has to complete a document that was returned. */
  readonly completionWorkdays: number;
  /** Working days from the end of a placement within which its final report is in. */
  readonly finalReportWorkdays: number;
  /** Calendar days before the first period ends by which the basis for an extension is in. */
  readonly extensionLeadDays: number;
  /** Calendar days of the second period that an extension gives. */
  readonly periodDays: number;
  /** Weight of each flag in the risk, per mille. */
  readonly flagWeightPermille: Readonly<Record<string, number>>;
  /** Last days that moved after downtime. Told when terms are read, never published. */
  readonly movedDueDays?: MovedDays;
};

/** What terms that were published before downtime was recorded mean by it. */
export const TERMS_SINCE_AVAILABILITY = { leastOutageMinutes: 15 } as const satisfies Partial<Terms>;

/** What terms that were published before the contract requirements were followed mean by them (service description section 6). */
export const TERMS_SINCE_QUALITY = {
  meetingDays: 14,
  onSiteMeetingDays: 28,
  participantsPerCoach: 50,
  premisesHoursPerDay: 4,
  premisesDaysPerWeek: 4,
} as const satisfies Partial<Terms>;

/** What terms that were published before documents were sent here mean by them (service description sections 3 and 5). */
export const TERMS_SINCE_DOCUMENTS = {
  completionWorkdays: 5,
  finalReportWorkdays: 5,
  extensionLeadDays: 21,
  periodDays: 180,
} as const satisfies Partial<Terms>;

/** What terms that were published before these members existed mean by them. */
export const TERMS_SINCE_STATEMENTS = {
  ...TERMS_SINCE_DOCUMENTS,
  ...TERMS_SINCE_QUALITY,
  ...TERMS_SINCE_AVAILABILITY,
  statementAcceptWorkdays: 10,
  payDay: 25,
  payLeadWorkdays: 2,
  bankWaitWorkdays: 1,
  claimDueDays: 30,
} as const satisfies Partial<Terms>;

/** Last day on which the month's report is in time: the terms' day, or the one that it moved to after downtime. */
export function reportDueOn(month: Month, terms: Pick<Terms, 'reportDueDay' | 'movedDueDays'>): PlainDate {
  const moved = terms.movedDueDays?.[month];
  return moved?.dueOn ?? addDays(firstDay(nextMonth(month)), terms.reportDueDay - 1);
}

/** Day by which a report submitted on `submittedOn` is decided. */
export function decideBy(submittedOn: PlainDate, terms: Terms): PlainDate {
  return addDays(submittedOn, terms.reviewDays);
}
