/** Pages of the provider that its commands lead to. */
export const LOG_PAGE = '/provider/log';
export const MONTHS_PAGE = '/provider/months';

export function participantMonthPath(month: string, placementId: string): string {
  return `${MONTHS_PAGE}/${month}/${placementId}`;
}

export function receiptPath(month: string, attestationId: string): string {
  return `${MONTHS_PAGE}/${month}/receipt/${attestationId}`;
}

export function participantPath(placementId: string): string {
  return `/provider/participants/${placementId}`;
}
