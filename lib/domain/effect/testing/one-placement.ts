import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import type { AgreementVersion, PlacementFacts, ReportFact } from '#lib/domain/compensation/types.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { addDays } from '#lib/shared/plain-date.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';

const made = validateInput({
  agreement: krom,
  facts: {
    placement: {
      id: 'P-1',
      level: 'B',
      providerOrgNo: '5560360793',
      relatedOrgNos: [],
      periods: [{ number: 1, from: '2021-03-08', to: '2021-09-04' }],
      end: null,
      endReason: null,
    },
    reports: [],
    absences: [],
    outcome: null,
    posted: [],
    asOf: '2021-04-12',
  },
});
if (!made.ok) throw new Error(JSON.stringify(made.error));

/** The first service's example agreement. */
export const AGREEMENT: AgreementVersion = made.value.agreement;

/** Level B, 180 days from Monday 8 March 2021, going on, nothing reported, seen from 2021-04-12. */
export const FACTS: PlacementFacts = made.value.facts;

/** A report of a month, approved, submitted on the 6th of the next. */
export function approved(month: Month): ReportFact {
  return { month, status: 'approved', submittedOn: addDays(firstDay(nextMonth(month)), 5) };
}
