import type { Terms } from '#lib/domain/terms/terms.ts';

/** Which way a report goes: approved without a person, unless the sample takes it, or to one. */
export type Route = 'automatic' | 'person';

/** Why a report goes its way. Stored with reports: add, never rename. */
export const ROUTE_REASONS = {
  automatic: ['clear', 'lowRisk'],
  person: ['hold', 'risk', 'sample', 'chosen', 'protected', 'reopened', 'correction'],
} as const satisfies Readonly<Record<Route, readonly string[]>>;
export type RouteReason = (typeof ROUTE_REASONS)[Route][number];

export type Routed =
  | { readonly route: 'automatic'; readonly reason: (typeof ROUTE_REASONS)['automatic'][number] }
  | { readonly route: 'person'; readonly reason: (typeof ROUTE_REASONS)['person'][number] };

/** What the checks say of a report: the number of its holds, and its risk 0–100. */
export type Weighed = { readonly holds: number; readonly risk: number };

/** What sends a report to a person whatever the checks say. */
export type RouteFacts = {
  /** The participant's identity is protected: only those named for them may look, and one of them decides. */
  readonly protected: boolean;
  /** It corrects a report that is approved. */
  readonly correction: boolean;
};

const PLAIN: RouteFacts = { protected: false, correction: false };

/**
 * The way of a report (review section 2). What the checks found is the first reason, since it says what to look at. A report with no
 * hold and a risk under the threshold is approved without a person: `clear` where nothing weighs, `lowRisk` where something does.
 */
export function routeOf(
  { holds, risk }: Weighed,
  { riskThreshold }: Pick<Terms, 'riskThreshold'>,
  facts: RouteFacts = PLAIN,
): Routed {
  if (holds > 0) return { route: 'person', reason: 'hold' };
  if (risk >= riskThreshold) return { route: 'person', reason: 'risk' };
  if (facts.protected) return { route: 'person', reason: 'protected' };
  if (facts.correction) return { route: 'person', reason: 'correction' };
  return { route: 'automatic', reason: risk > 0 ? 'lowRisk' : 'clear' };
}
