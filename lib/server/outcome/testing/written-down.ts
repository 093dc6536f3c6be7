import type { TypedOutcome } from '#lib/domain/outcome/read-outcome.ts';
import { confirmationOf, readableOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { SPELL as REPORTED_SPELL, TYPED as REPORTED } from '#lib/server/outcome/testing/outcome-reports.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Work on full time from 2 March 2026, as a caseworker writes it down. */
export const SPELL = { ...REPORTED_SPELL, from: '2026-03-02' };
export const TYPED = { ...REPORTED, from: SPELL.from, signalledOn: '2026-03-03', spells: [SPELL] };

/** What a day rests on that no accepted evidence reaches. */
export const SEEN = 'Intyget kom med posten och finns i akten.';

/** What says that the kronor of this have been seen. */
export function confirmed(typed: TypedOutcome, today: PlainDate): string {
  const content = readableOutcome(typed, today);
  return content === null ? '' : confirmationOf(content);
}
