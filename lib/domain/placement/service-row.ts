import type { EndReason, Level } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type ChoiceKind = 'active' | 'proximity';

/**
 * One service period as the authority's case system tells it (file formats, placements.csv): half-open, `to` the planned
 * end, `end` the first day no longer in the service. Without a KA number no provider is chosen yet.
 */
export type ServiceRow = {
  readonly reference: string;
  readonly number: 1 | 2;
  readonly level: Level;
  readonly agreement: string;
  readonly deliveryArea: string;
  readonly kaNumber: string | null;
  readonly choice: ChoiceKind | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly end: PlainDate | null;
  readonly endReason: EndReason | null;
};

/** A service period that the portal holds already, with the decision and the placement it belongs to. */
export type StoredRow = {
  readonly service: ServiceRow;
  readonly decisionId: string;
  readonly placementId: string | null;
  /** The participant chose or switched in the portal: when it begins and with whom is newer here than in any file. */
  readonly settledInPortal: boolean;
};

/** In time order; rows of one day in the order of their references, so that the order of a file never matters. */
export function inTimeOrder(rows: readonly ServiceRow[]): readonly ServiceRow[] {
  return rows.toSorted((a, b) => {
    if (a.from !== b.from) return a.from < b.from ? -1 : 1;
    return a.reference < b.reference ? -1 : 1;
  });
}

/** Decided in the same way: same level, agreement version and delivery area. */
export function sameTerms(a: ServiceRow, b: ServiceRow): boolean {
  return a.level === b.level && a.agreement === b.agreement && a.deliveryArea === b.deliveryArea;
}

/** The service goes on through the row's last planned day. */
export function runsToItsEnd(row: ServiceRow): boolean {
  return row.end === null || (row.end === row.to && row.endReason === 'completed');
}
