import type { ReportDecision } from '#lib/domain/review/decide-report.ts';

/** Whether the person who decided found that a check was right. */
export type FindingVerdict = { readonly code: string; readonly upheld: boolean };

/**
 * A verdict on each hold and flag of a report that a person decides by itself. What the reviewer says stands; about the rest
 * the decision speaks: what is approved whole was a false alarm, what is not was right to point out. Source: review, section 1.
 */
export function verdictsOf(
  codes: readonly string[],
  said: Readonly<Record<string, boolean>>,
  decision: ReportDecision,
): readonly FindingVerdict[] {
  const upheld = decision.kind !== 'approve' || (decision.lowered ?? []).length > 0;
  return codes.map((code) => ({ code, upheld: said[code] ?? upheld }));
}
