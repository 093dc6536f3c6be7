import { groupRows, type ServiceUnit } from '#lib/domain/placement/group-rows.ts';
import type { ReconciledUnit } from '#lib/domain/placement/reconcile.ts';
import type { ServiceRow, StoredRow } from '#lib/domain/placement/service-row.ts';

/** Something held by its id, or to be made and known by a key until then. */
export type Reference = { readonly id: string | null; readonly key: string };

export type PlacementSpan = Pick<ServiceUnit, 'from' | 'to' | 'end' | 'endReason'>;

/** What is to be written so that the portal holds the units. Nothing in any list: nothing changes. */
export type PlacementChanges = {
  readonly decisions: readonly { readonly key: string; readonly first: ServiceRow }[];
  readonly placements: readonly {
    readonly key: string;
    readonly decision: Reference;
    readonly unit: ServiceUnit;
  }[];
  readonly spans: readonly {
    readonly placementId: string;
    readonly before: PlacementSpan;
    readonly after: PlacementSpan;
  }[];
  readonly periods: readonly {
    readonly row: ServiceRow;
    readonly decision: Reference;
    readonly placement: Reference | null;
  }[];
  /** Periods that waited for a choice, and got a provider. */
  readonly placed: readonly { readonly row: ServiceRow; readonly placement: Reference }[];
};

/** The difference between what the portal holds of a participant and the reconciled units. */
export function placementChanges(
  stored: readonly StoredRow[],
  units: readonly ReconciledUnit[],
): PlacementChanges {
  const held = new Map(stored.map((row) => [row.service.reference, row]));
  const spansBefore = heldSpans(stored);
  const rows = units.flatMap((unit) => unit.rows.map((row) => ({ row, unit })));
  const firstOfKey = new Map<string, ServiceRow>();
  for (const {
    decision,
    rows: [first],
  } of units)
    if (decision.id === null && !firstOfKey.has(decision.key)) firstOfKey.set(decision.key, first);
  return {
    decisions: [...firstOfKey].map(([key, first]) => ({ key, first })),
    placements: units
      .filter((unit) => unit.placementId === null && unit.rows[0].kaNumber !== null)
      .map((unit) => ({ key: unit.rows[0].reference, decision: unit.decision, unit })),
    spans: units.flatMap((unit) => {
      const before = unit.placementId === null ? undefined : spansBefore.get(unit.placementId);
      if (unit.placementId === null || before === undefined || sameSpan(before, unit)) return [];
      return [{ placementId: unit.placementId, before, after: spanOf(unit) }];
    }),
    periods: rows
      .filter(({ row }) => !held.has(row.reference))
      .map(({ row, unit }) => ({ row, decision: unit.decision, placement: placementOf(unit) })),
    placed: rows.flatMap(({ row, unit }) => {
      const before = held.get(row.reference);
      const placement = placementOf(unit);
      return before !== undefined && before.placementId === null && placement !== null
        ? [{ row, placement }]
        : [];
    }),
  };
}

/** The references that something is written for. */
export function changedReferences(
  changes: PlacementChanges,
  units: readonly ReconciledUnit[],
): ReadonlySet<string> {
  const moved = new Set(changes.spans.map((span) => span.placementId));
  return new Set([
    ...changes.periods.map(({ row }) => row.reference),
    ...changes.placed.map(({ row }) => row.reference),
    ...units
      .filter((unit) => unit.placementId !== null && moved.has(unit.placementId))
      .flatMap((unit) => unit.rows.map((row) => row.reference)),
  ]);
}

function placementOf(unit: ReconciledUnit): Reference | null {
  const [first] = unit.rows;
  if (unit.placementId === null && first.kaNumber === null) return null;
  return { id: unit.placementId, key: first.reference };
}

function heldSpans(stored: readonly StoredRow[]): ReadonlyMap<string, PlacementSpan> {
  const byPlacement = Map.groupBy(stored, (row) => row.placementId);
  const spans = new Map<string, PlacementSpan>();
  for (const [placementId, rows] of byPlacement) {
    const [unit] = groupRows(
      rows.map((row) => row.service),
      () => 'must',
    );
    if (placementId !== null && unit !== undefined) spans.set(placementId, spanOf(unit));
  }
  return spans;
}

function spanOf({ from, to, end, endReason }: PlacementSpan): PlacementSpan {
  return { from, to, end, endReason };
}

function sameSpan(a: PlacementSpan, b: PlacementSpan): boolean {
  return a.from === b.from && a.to === b.to && a.end === b.end && a.endReason === b.endReason;
}
