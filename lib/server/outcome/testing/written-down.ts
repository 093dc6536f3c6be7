import type { TypedOutcome } from '#lib/domain/outcome/read-outcome.ts';
import { confirmationOf, readableOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Work on full time from 2 March 2026, as a caseworker writes it down. */
export const SPELL = {
  from: '2026-03-02',
  through: '',
  extentPercent: '100',
  employerKind: 'organisation',
  employerOrgNo: '559945-8022',
  employerName: 'Bageriet i Ronneby AB',
};
export const TYPED = {
  type: 'employment',
  from: '2026-03-02',
  signalledOn: '2026-03-03',
  appliedOn: '',
  spells: [SPELL],
};

/** What says that the kronor of this have been seen. */
export function confirmed(typed: TypedOutcome, today: PlainDate): string {
  const content = readableOutcome(typed, today);
  return content === null ? '' : confirmationOf(content);
}
