import type {
  DocumentStatus,
  EndReason,
  Level,
  OutcomeFact,
  PlacementFacts,
} from '#lib/domain/compensation/types.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What somebody is about to decide about a placement; what is left out stays as it is. */
export type PlacementPatch = {
  /** The month's current report gets this status. */
  readonly report?: { readonly month: Month; readonly status: DocumentStatus };
  readonly outcome?: OutcomeFact | null;
  readonly level?: Level;
  readonly agreementVersionId?: string;
  readonly end?: { readonly end: PlainDate; readonly endReason: EndReason } | null;
  /** The planned service periods, all of them. */
  readonly periods?: PlacementFacts['placement']['periods'];
};

/** The facts of a placement as they would be after a decision. Which agreement version holds is the caller's matter. */
export function patchFacts(facts: PlacementFacts, patch: PlacementPatch): PlacementFacts {
  const { report, outcome, level, end, periods } = patch;
  const ended = end === null ? { end: null, endReason: null } : end;
  return {
    ...facts,
    placement: {
      ...facts.placement,
      ...(level === undefined ? {} : { level }),
      ...(periods === undefined ? {} : { periods }),
      ...ended,
    },
    reports:
      report === undefined
        ? facts.reports
        : facts.reports.map((fact) =>
            fact.month === report.month ? { ...fact, status: report.status } : fact,
          ),
    outcome: outcome === undefined ? facts.outcome : outcome,
  };
}
