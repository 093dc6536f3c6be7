import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export const LEVELS = ['A', 'B', 'C'] as const;
/** How far from work the participant is: A nearest, C furthest. */
export type Level = (typeof LEVELS)[number];

/** One amount for each level, in whole öre, not negative. */
export type AmountTable = Readonly<Record<Level, Ore>>;

export const ABSENCE_REASONS = ['sick', 'careOfChild', 'work', 'education', 'otherKnown', 'unknown'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

export const OUTCOME_TYPES = ['employment', 'studies', 'ownBusiness'] as const;
export type OutcomeType = (typeof OUTCOME_TYPES)[number];

export const DOCUMENT_STATUSES = ['submitted', 'returned', 'approved', 'rejected'] as const;
/** The state of a report or outcome in the eyes of the model; one in review counts as submitted, drafts are no facts. */
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export const END_REASONS = ['outcome', 'switch', 'interruption', 'completed'] as const;
export type EndReason = (typeof END_REASONS)[number];

export const COUNT_FROM = ['outcomeStart', 'serviceEnd'] as const;
export type CountFrom = (typeof COUNT_FROM)[number];

/** A row of day rates, in force from a day until the next row's. */
export type BasePayRate = { readonly from: PlainDate; readonly orePerDay: AmountTable };
export type ResultPayRate = { readonly from: PlainDate; readonly ore: AmountTable };
/** A share of the result pay, in per mille, that is earned after so many calendar months. */
export type Milestone = { readonly months: number; readonly sharePermille: number };
export type ExtentShare = { readonly fromPercent: number; readonly permille: number };
export type Tier = { readonly beforeDay: number; readonly ore: AmountTable };

export type UnusedBasePayBonus = {
  readonly kind: 'unusedBasePay';
  readonly sharePermille: number;
  readonly minExtentPercent: number;
  readonly releaseMonths: number;
};
export type TierBonus = {
  readonly kind: 'tiers';
  readonly tiers: readonly Tier[];
  readonly minExtentPercent: number;
  readonly releaseMonths: number;
};

/** Everything about pay that is agreed, as published (compensation model section 1). Made by the validator only. */
export type AgreementVersion = {
  readonly id: string;
  readonly name: string;
  readonly workdays: { readonly weekdays: readonly number[]; readonly holidays: readonly PlainDate[] };
  readonly basePay: {
    readonly rates: readonly BasePayRate[];
    readonly noPayAbsences: readonly AbsenceReason[];
    readonly lapsesAfterDays: number | null;
  };
  readonly resultPay: {
    readonly rates: readonly ResultPayRate[];
    readonly milestones: readonly Milestone[];
    readonly types: readonly OutcomeType[];
    readonly minExtentPercent: number;
    readonly maxGapDays: number;
    readonly startWithinMonthsAfterEnd: number;
    readonly signalWithinMonthsAfterEnd: number;
    readonly excludeRelatedEmployers: boolean;
    readonly countFrom: CountFrom;
    readonly extentShares: readonly ExtentShare[] | null;
    readonly studiesByApplication: boolean;
  };
  readonly speedBonus: UnusedBasePayBonus | TierBonus | null;
  readonly supplement: {
    readonly ore: AmountTable;
    readonly withinPeriods: 1 | 2;
    readonly releaseMonths: number;
  } | null;
  readonly vatPermille: number;
};

/** A planned service period at this provider, half-open; `number` is its number in the participant's service. */
export type ServicePeriod = { readonly number: 1 | 2; readonly from: PlainDate; readonly to: PlainDate };

export type ReportFact = {
  readonly month: Month;
  readonly status: DocumentStatus;
  readonly submittedOn: PlainDate;
};
export type AbsenceFact = { readonly date: PlainDate; readonly reason: AbsenceReason };
/** A stretch of work or studies, half-open; without `to` it goes on. */
export type Spell = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly extentPercent: number;
  readonly employerOrgNo: string | null;
};
export type OutcomeFact = {
  readonly type: OutcomeType;
  readonly status: DocumentStatus;
  readonly from: PlainDate;
  readonly signalledOn: PlainDate;
  readonly appliedOn: PlainDate | null;
  /** Evidence covers the days before this date. */
  readonly verifiedThrough: PlainDate | null;
  readonly spells: readonly Spell[];
};
export type Posting = { readonly key: string; readonly amountOre: Ore };

/** What is known of one placement (compensation model section 2). Made by the validator only. */
export type PlacementFacts = {
  readonly placement: {
    readonly id: string;
    readonly level: Level;
    readonly providerOrgNo: string;
    readonly relatedOrgNos: readonly string[];
    readonly periods: readonly ServicePeriod[];
    /** First day no longer in the service, or null while it goes on. */
    readonly end: PlainDate | null;
    readonly endReason: EndReason | null;
  };
  readonly reports: readonly ReportFact[];
  readonly absences: readonly AbsenceFact[];
  readonly outcome: OutcomeFact | null;
  /** What earlier statements hold. */
  readonly posted: readonly Posting[];
  readonly asOf: PlainDate;
};
