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
  /** Working days after the decision arrived on which whoever has not chosen is reminded, and reminded for the last time. */
  readonly choiceReminderWorkdays: number;
  readonly choiceLastReminderWorkdays: number;
  /** Kilometres from home, as the crow flies, beyond which premises are out of reach. */
  readonly reachKilometres: number;
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
  /** Weight of each flag in the risk, per mille; flags that are not among them weigh as {@link FLAG_WEIGHTS} says. */
  readonly flagWeightPermille: Readonly<Record<string, number>>;
  /** Risk from which a report goes to a person, 1–100. */
  readonly riskThreshold: number;
  /** Planned share of reports that are approved without a person, per mille. */
  readonly automaticPermille: number;
  /** Share of each stratum that a sample takes, per mille; in a contract's first months, and after upheld findings. */
  readonly samplePermille: number;
  readonly sampleNewPermille: number;
  readonly sampleNewMonths: number;
  readonly sampleFindingPermille: number;
  readonly sampleFindingMonths: number;
  /** Least reports that a sample takes of each stratum. */
  readonly sampleMinPerStratum: number;
  /** Working days that a provider has to answer before a rejection or clawback is final. */
  readonly replyWorkdays: number;
  /** Days from submission after which a report that nobody has decided counts as approved; 0 where it never does. */
  readonly deemedApprovalDays: number;
  /** Most minutes that one coach can have given on one day. */
  readonly mostCoachMinutesPerDay: number;
  /** Least number of others with the same hours that makes a report look copied. */
  readonly copiedHoursOthers: number;
  /** Least likeness of two texts that makes one look copied, per mille of their word 5-grams. */
  readonly copiedTextPermille: number;
  /** Robust z from which hours are unlikely for the level, in tenths. */
  readonly unlikelyLevelTenths: number;
  /** Months in a row with nothing on site that are pointed out. */
  readonly distanceOnlyMonths: number;
  /** Least seconds a report in which a batch can be read, and least reports of a batch that is asked about. */
  readonly readSecondsPerReport: number;
  readonly readLeastReports: number;
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

/** What terms that were published before reports were routed and sampled mean by it (review sections 1–4). */
export const TERMS_SINCE_REVIEW = {
  riskThreshold: 20,
  automaticPermille: 700,
  samplePermille: 50,
  sampleNewPermille: 100,
  sampleNewMonths: 6,
  sampleFindingPermille: 200,
  sampleFindingMonths: 6,
  sampleMinPerStratum: 1,
  replyWorkdays: 10,
  deemedApprovalDays: 0,
  mostCoachMinutesPerDay: 1440,
  copiedHoursOthers: 5,
  copiedTextPermille: 800,
  unlikelyLevelTenths: 40,
  distanceOnlyMonths: 2,
  readSecondsPerReport: 2,
  readLeastReports: 10,
} as const satisfies Partial<Terms>;

/** What terms that were published before reach and reminders stood in them mean by it (choice, section 1). */
export const TERMS_SINCE_CHOICE = {
  choiceReminderWorkdays: 2,
  choiceLastReminderWorkdays: 4,
  reachKilometres: 50,
} as const satisfies Partial<Terms>;

/** Weight of each flag where the terms say nothing of it, per mille. */
export const FLAG_WEIGHTS = {
  BELOW_MINIMUM: 200,
  TOO_LITTLE_ON_SITE: 100,
  LATE: 50,
  MEETING_INTERVAL: 50,
  COPIED_HOURS: 300,
  COPIED_TEXT: 300,
  UNLIKELY_LEVEL: 250,
  COACH_OVERLOAD: 100,
  DISTANCE_ONLY: 150,
  RUSHED_BATCH: 150,
} as const;
export type WeightedFlag = keyof typeof FLAG_WEIGHTS;

/** What terms that were published before these members existed mean by them. */
export const TERMS_SINCE_STATEMENTS = {
  ...TERMS_SINCE_CHOICE,
  ...TERMS_SINCE_REVIEW,
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
