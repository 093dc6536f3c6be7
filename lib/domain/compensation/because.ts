import type { AbsenceFact, CountFrom, Level, OutcomeType } from '#lib/domain/compensation/types.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/**
 * The steps that can produce an amount, by stable rule id: the section of the compensation model that the rule
 * stands in, and the facts it used. Ids and facts are stored with statements: add, never rename.
 */
type Steps = {
  'basePay.payDays': {
    section: '3.1';
    facts: {
      month: Month;
      /** The service days counted, half-open. */
      serviceDays: readonly { readonly from: PlainDate; readonly to: PlainDate }[];
      workingDays: number;
      unpaidAbsences: readonly AbsenceFact[];
      payDays: number;
    };
  };
  'basePay.dayRate': { section: '3.2'; facts: { level: Level; rateFrom: PlainDate; orePerDay: Ore } };
  'basePay.reportApproved': {
    section: '3.3';
    facts: { month: Month; submittedOn: PlainDate; lapsesAfterDays: number | null };
  };
  'basePay.amount': { section: '3.4'; facts: { payDays: number; orePerDay: Ore; amountOre: Ore } };
  'outcome.start': {
    section: '4.5';
    facts: {
      type: OutcomeType;
      claimedFrom: PlainDate;
      placementFrom: PlainDate;
      start: PlainDate;
      extentPercent: number;
      minExtentPercent: number;
      relatedSpellsDropped: number;
    };
  };
  'outcome.startedInTime': {
    section: '4.6';
    facts: { tested: 'start' | 'appliedOn'; date: PlainDate; serviceEnd: PlainDate; withinMonths: number };
  };
  'outcome.signalledInTime': {
    section: '4.7';
    facts: { signalledOn: PlainDate; serviceEnd: PlainDate; withinMonths: number };
  };
  'milestone.due': {
    section: '4';
    facts: { countFrom: CountFrom; countedFrom: PlainDate; months: number; dueOn: PlainDate };
  };
  'milestone.lasted': { section: '4'; facts: { uncoveredDays: number; maxGapDays: number } };
  'milestone.verified': { section: '4'; facts: { verifiedThrough: PlainDate; status: 'approved' } };
  'resultPay.rate': { section: '4'; facts: { level: Level; rateFrom: PlainDate; rateOre: Ore } };
  'resultPay.extentShare': {
    section: '4';
    facts: { extentPercent: number; fromPercent: number; permille: number; rateOre: Ore };
  };
  'resultPay.amount': {
    section: '4';
    facts: { rateOre: Ore; permilleThrough: number; permilleBefore: number; amountOre: Ore };
  };
  'speedBonus.endedByOutcome': {
    section: '4';
    facts: { end: PlainDate; extentPercent: number; minExtentPercent: number };
  };
  'speedBonus.unusedDays': {
    section: '4';
    facts: {
      level: Level;
      notBefore: PlainDate;
      rates: readonly { rateFrom: PlainDate; orePerDay: Ore; days: number }[];
      sharePermille: number;
      amountOre: Ore;
    };
  };
  'speedBonus.tier': {
    section: '4';
    facts: { level: Level; daysToStart: number; beforeDay: number; amountOre: Ore };
  };
  'supplement.startedInPeriod': {
    section: '4';
    facts: { start: PlainDate; periodNumber: number; periodTo: PlainDate; withinPeriods: number };
  };
  'supplement.amount': { section: '4'; facts: { level: Level; amountOre: Ore } };
};

export type RuleId = keyof Steps;

/** A step by a known rule. */
export type Step<Rule extends RuleId> = {
  readonly rule: Rule;
  readonly section: Steps[Rule]['section'];
  readonly facts: Readonly<Steps[Rule]['facts']>;
};

/** One step of the reason for an amount. */
export type Because = { [Rule in RuleId]: Step<Rule> }[RuleId];

function isBy<Rule extends RuleId>(step: Because, rule: Rule): step is Because & Step<Rule> {
  return step.rule === rule;
}

/** The facts of the step with a rule, or null where the reason has no such step. */
export function factsOf<Rule extends RuleId>(
  because: readonly Because[],
  rule: Rule,
): Step<Rule>['facts'] | null {
  for (const step of because) if (isBy(step, rule)) return step.facts;
  return null;
}
