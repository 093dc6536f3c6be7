import type { DocumentStatus, EndReason, OutcomeType } from '#lib/domain/compensation/types.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** Swedish words for the facts of the compensation model (section 2). */
export const STATUS_SV: Readonly<Record<DocumentStatus, string>> = {
  submitted: 'inskickad, inte granskad',
  returned: 'återlämnad',
  approved: 'godkänd',
  rejected: 'avslagen',
};

/** The same of an outcome, which is neuter in Swedish. */
export const OUTCOME_STATUS_SV: Readonly<Record<DocumentStatus, string>> = {
  submitted: 'inskickat, inte granskat',
  returned: 'återlämnat',
  approved: 'godkänt',
  rejected: 'avslaget',
};

export const END_REASON_SV: Readonly<Record<EndReason, string>> = {
  outcome: 'arbete eller studier',
  switch: 'byte av leverantör',
  interruption: 'avbrott',
  completed: 'tiden tog slut',
};

/** What goes on: `Arbetet`, `Studierna`, `Företaget`. */
export const OUTCOME_GOING_SV: Readonly<Record<OutcomeType, string>> = {
  employment: 'Arbetet',
  studies: 'Studierna',
  ownBusiness: 'Företaget',
};

/** The last day before an exclusive end: `3 juni 2027`. */
export function lastDaySv(to: PlainDate): string {
  return formatDate(addDays(to, -1));
}

/** `8 mars 2021 till 3 september 2021`, of a half-open period. */
export function periodSv({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): string {
  return `${formatDate(from)} till ${lastDaySv(to)}`;
}
