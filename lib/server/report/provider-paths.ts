/** Pages of the provider that its commands lead to. */
export const LOG_PAGE = '/provider/log';
export const MONTHS_PAGE = '/provider/months';

export function participantMonthPath(month: string, placementId: string): string {
  return `${MONTHS_PAGE}/${month}/${placementId}`;
}

/** The grid of a month with its filters, after so many rows were saved. */
export function gridPath(month: string, filters: string, saved: number): string {
  const search = new URLSearchParams(filters);
  search.delete('attempt');
  search.set('saved', String(saved));
  return `${MONTHS_PAGE}/${month}?${search.toString()}`;
}

export function receiptPath(month: string, attestationId: string): string {
  return `${MONTHS_PAGE}/${month}/receipt/${attestationId}`;
}

export function participantPath(placementId: string): string {
  return `/provider/participants/${placementId}`;
}

type Chosen = { readonly month: string; readonly office: string; readonly leave: readonly string[] };

/** The page before the signature: of one office or all, without those that are kept back. */
export function attestPath({ month, office, leave }: Chosen): string {
  const search = new URLSearchParams(office === '' ? [] : [['office', office]]);
  for (const placementId of leave) search.append('leave', placementId);
  return `${MONTHS_PAGE}/${month}/attest${search.size === 0 ? '' : `?${search.toString()}`}`;
}

/** A report with all its versions. */
export function reportPath(reportId: string): string {
  return `/provider/reports/${reportId}`;
}
