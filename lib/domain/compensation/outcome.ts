import type { Because } from '#lib/domain/compensation/because.ts';
import { type Coverage, coverageOf } from '#lib/domain/compensation/coverage.ts';
import type { OutcomeReason } from '#lib/domain/compensation/evaluation.ts';
import { type Service, serviceOf } from '#lib/domain/compensation/service.ts';
import type { AgreementVersion, OutcomeFact, PlacementFacts, Spell } from '#lib/domain/compensation/types.ts';
import { epochDayAfterMonths } from '#lib/shared/epoch-day.ts';
import { fromEpochDay, type PlainDate, toEpochDay } from '#lib/shared/plain-date.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** An outcome that can be paid for, if it lasts. Days are epoch days. */
export type AcceptedOutcome = {
  readonly outcome: OutcomeFact;
  readonly service: Service;
  readonly coverage: Coverage;
  /** S: the first covered day that counts. */
  readonly start: number;
  readonly startOn: PlainDate;
  /** The extents on the day it starts, summed. */
  readonly extentPercent: number;
  /** C: where the months are counted from. */
  readonly countedFrom: number;
  readonly because: readonly Because[];
};

/** The spells that count: those with the provider itself or a company related to it may be left out. */
function countedSpells(
  agreement: AgreementVersion,
  facts: PlacementFacts,
  outcome: OutcomeFact,
): readonly Spell[] {
  if (!agreement.resultPay.excludeRelatedEmployers) return outcome.spells;
  const related = new Set([facts.placement.providerOrgNo, ...facts.placement.relatedOrgNos]);
  return outcome.spells.filter(({ employerOrgNo }) => employerOrgNo === null || !related.has(employerOrgNo));
}

/**
 * Whether an outcome gives anything at all, with its start and the day that months are counted from, or the first
 * reason that it does not (compensation model section 4, steps 1–7). Windows are calendar months after service ended.
 */
export function acceptOutcome(
  agreement: AgreementVersion,
  facts: PlacementFacts,
  outcome: OutcomeFact,
): Result<AcceptedOutcome, OutcomeReason> {
  const terms = agreement.resultPay;
  const service = serviceOf(facts.placement);
  const { serviceEnd } = service;
  if (serviceEnd === null) return err('noService');
  if (outcome.status === 'rejected') return err('rejected');
  if (!terms.types.includes(outcome.type)) return err('typeNotEligible');

  const spells = countedSpells(agreement, facts, outcome);
  if (outcome.spells.length > 0 && spells.length === 0) return err('relatedEmployer');

  const coverage = coverageOf(spells, terms.minExtentPercent);
  const start = coverage.firstCoveredFrom(Math.max(toEpochDay(outcome.from), service.firstDay));
  if (start === null) return err('extentTooLow');
  const startOn = fromEpochDay(start);

  const byApplication =
    terms.studiesByApplication && outcome.type === 'studies' && outcome.appliedOn !== null;
  const tested = byApplication && outcome.appliedOn !== null ? outcome.appliedOn : startOn;
  if (toEpochDay(tested) >= epochDayAfterMonths(serviceEnd, terms.startWithinMonthsAfterEnd)) {
    return err('startedTooLate');
  }
  if (toEpochDay(outcome.signalledOn) >= epochDayAfterMonths(serviceEnd, terms.signalWithinMonthsAfterEnd)) {
    return err('signalledTooLate');
  }

  const extentPercent = coverage.extentOn(start);
  const serviceEndOn = fromEpochDay(serviceEnd);
  const because: Because[] = [
    {
      rule: 'outcome.start',
      section: '4.5',
      facts: {
        type: outcome.type,
        claimedFrom: outcome.from,
        placementFrom: fromEpochDay(service.firstDay),
        start: startOn,
        extentPercent,
        minExtentPercent: terms.minExtentPercent,
        relatedSpellsDropped: outcome.spells.length - spells.length,
      },
    },
    {
      rule: 'outcome.startedInTime',
      section: '4.6',
      facts: {
        tested: byApplication ? 'appliedOn' : 'start',
        date: tested,
        serviceEnd: serviceEndOn,
        withinMonths: terms.startWithinMonthsAfterEnd,
      },
    },
    {
      rule: 'outcome.signalledInTime',
      section: '4.7',
      facts: {
        signalledOn: outcome.signalledOn,
        serviceEnd: serviceEndOn,
        withinMonths: terms.signalWithinMonthsAfterEnd,
      },
    },
  ];
  const countedFrom = terms.countFrom === 'serviceEnd' ? Math.max(start, serviceEnd) : start;
  return ok({ outcome, service, coverage, start, startOn, extentPercent, countedFrom, because });
}
