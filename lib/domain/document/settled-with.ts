import type { CaseMandate, Desk, DocumentKind } from '#lib/domain/document/document.ts';

/**
 * The mandate that settles a case of each kind (service description section 2: two mandates, case types carry theirs). Who
 * assesses receives what happened and what was told, and answers about support; what gives or takes days of service – a
 * new period, an end with or without an outcome – is decided by somebody with the mandate to decide, and handed up to
 * them once, with its facts. Final reports are the reviewers'.
 */
const SETTLED_WITH: Readonly<Record<DocumentKind, CaseMandate | null>> = {
  deviationReport: 'assess',
  informativeReport: 'assess',
  supportedEmployment: 'assess',
  interruptionRequest: 'decide',
  extension: 'decide',
  signal: 'decide',
  finalReport: null,
};

/** Whether a case of the kind that waits at the desk is settled by somebody with the mandate; null: no caseworker. */
export function maySettle(kind: DocumentKind, desk: Desk, mandate: CaseMandate | null): boolean {
  if (desk === 'review') return true;
  return SETTLED_WITH[kind] === 'decide' ? mandate === 'decide' : mandate !== null;
}
