import {
  continuesDecision,
  groupRows,
  meets,
  type MayJoin,
  type ServiceUnit,
} from '#lib/domain/placement/group-rows.ts';
import { mergeRow, unchangeableFault } from '#lib/domain/placement/merge-row.ts';
import { overlapFault, periodsDifferFault } from '#lib/domain/placement/row-faults.ts';
import { sameTerms, type ServiceRow, type StoredRow } from '#lib/domain/placement/service-row.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A row of the file, by its number there. */
export type GivenRow = { readonly row: number; readonly service: ServiceRow };

/** A unit with the portal's ids of what it belongs to; null where that is to be made. */
export type ReconciledUnit = ServiceUnit & {
  readonly placementId: string | null;
  /** Units with the same key stand under one decision: its id, or the reference of its first row. */
  readonly decision: { readonly id: string | null; readonly key: string };
};

export type Reconciliation = {
  readonly units: readonly ReconciledUnit[];
  /** By row of the file. A row with a fault changes nothing; what the portal held of it stays. */
  readonly faults: ReadonlyMap<number, readonly FieldProblem[]>;
};

type Held = ReadonlyMap<string, StoredRow>;

/**
 * What a participant's rows of a file, together with what the portal holds, come to: the rest of the rows goes in where
 * one is wrong. The order of the rows decides nothing but which of two that exclude each other is refused: the later.
 */
export function reconcile(stored: readonly StoredRow[], given: readonly GivenRow[]): Reconciliation {
  const held: Held = new Map(stored.map((row) => [row.service.reference, row]));
  const faults = new Map<number, readonly FieldProblem[]>();
  for (const { row, service } of given) {
    const fault = unchangeableFault(held.get(service.reference), service);
    if (fault.length > 0)
      faults.set(
        row,
        fault.map((one) => ({ ...one, row })),
      );
  }
  for (;;) {
    const accepted = given.filter(({ row }) => !faults.has(row));
    const units = unitsOf(held, accepted);
    const refusal = firstConflict(units, accepted, held);
    if (refusal === null) return { units: withDecisions(units, held), faults };
    faults.set(refusal.row, [refusal.fault]);
  }
}

function unitsOf(held: Held, accepted: readonly GivenRow[]): readonly ServiceUnit[] {
  const rows = new Map([...held].map(([reference, row]) => [reference, row.service]));
  for (const { service } of accepted) {
    rows.set(service.reference, mergeRow(held.get(service.reference)?.service, service));
  }
  return groupRows([...rows.values()], placementsOf(held));
}

/** What stands in one placement stays there; what stands in two is never made one. */
function placementsOf(held: Held): MayJoin {
  return (first, second) => {
    const [a, b] = [first, second].map((row) => held.get(row.reference)?.placementId ?? null);
    if (a === null || a === undefined || b === null || b === undefined) return 'may';
    return a === b ? 'must' : 'never';
  };
}

type Refusal = { readonly row: number; readonly fault: FieldProblem };

/** The refusal that comes first in the file, or null. */
function firstConflict(
  units: readonly ServiceUnit[],
  accepted: readonly GivenRow[],
  held: Held,
): Refusal | null {
  let first: Refusal | null = null;
  for (const [i, a] of units.entries()) {
    for (const b of units.slice(i + 1)) {
      const other = conflictOf(a, b);
      if (other === null) continue;
      const blamed = blame([...a.rows, ...b.rows], accepted, held);
      if (blamed !== undefined && (first === null || blamed.row < first.row)) {
        const against = [...a.rows, ...b.rows].filter((row) => row.reference !== blamed.service.reference);
        first = { row: blamed.row, fault: { ...other(against), row: blamed.row } };
      }
    }
  }
  return first;
}

function conflictOf(
  a: ServiceUnit,
  b: ServiceUnit,
): ((against: readonly ServiceRow[]) => FieldProblem) | null {
  if (overlap(a, b)) return overlapFault;
  const [last, next] = [a.rows.at(-1), b.rows[0]];
  if (last !== undefined && meets(last, next) && !sameTerms(last, next)) return periodsDifferFault;
  return null;
}

/** A unit that ended on the day it began has no days to share. */
function overlap(a: ServiceUnit, b: ServiceUnit): boolean {
  const [aTo, bTo] = [a.end ?? a.to, b.end ?? b.to];
  return a.from < aTo && b.from < bTo && a.from < bTo && b.from < aTo;
}

/** The last row in the file of those that bring something new: what the portal holds was there before. */
function blame(rows: readonly ServiceRow[], accepted: readonly GivenRow[], held: Held): GivenRow | undefined {
  const references = new Set(rows.map((row) => row.reference));
  return accepted
    .filter(({ service }) => references.has(service.reference))
    .filter(({ service }) => {
      const before = held.get(service.reference)?.service;
      return before === undefined || mergeRow(before, service) !== before;
    })
    .toSorted((a, b) => a.row - b.row)
    .at(-1);
}

function withDecisions(units: readonly ServiceUnit[], held: Held): readonly ReconciledUnit[] {
  const known = (unit: ServiceUnit): StoredRow | undefined =>
    unit.rows.map((row) => held.get(row.reference)).find((row) => row !== undefined);
  const keys = units.map((unit) => known(unit)?.decisionId ?? null);
  // Forward: a switch or a second period stands under the decision before it. Backward: rows that came late under the one after.
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    if (keys[i] === null && before !== undefined && continuesDecision(before, unit))
      keys[i] = keys[i - 1] ?? null;
  }
  for (const [i, unit] of [...units.entries()].toReversed()) {
    const after = units[i + 1];
    if (keys[i] === null && after !== undefined && continuesDecision(unit, after))
      keys[i] = keys[i + 1] ?? null;
  }
  return units.map((unit, i) => {
    const id = keys[i] ?? null;
    const placementId = unit.rows
      .map((row) => held.get(row.reference)?.placementId ?? null)
      .find((one) => one !== null);
    return {
      ...unit,
      placementId: placementId ?? null,
      decision: { id, key: id ?? firstOfChain(units, i).reference },
    };
  });
}

/** The row with which a chain of units under one new decision begins. */
function firstOfChain(units: readonly ServiceUnit[], at: number): ServiceRow {
  const [unit, before] = [units[at], units[at - 1]];
  if (unit === undefined) throw new RangeError(`No unit ${at} of ${units.length}`);
  return before !== undefined && continuesDecision(before, unit) ? firstOfChain(units, at - 1) : unit.rows[0];
}
