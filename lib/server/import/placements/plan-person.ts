import {
  placementChanges,
  changedReferences,
  type PlacementChanges,
} from '#lib/domain/placement/placement-changes.ts';
import { reconcile } from '#lib/domain/placement/reconcile.ts';
import type { StoredRow } from '#lib/domain/placement/service-row.ts';
import type { HeldPerson } from '#lib/server/import/placements/held-people.ts';
import { type PersonChange, planPersonChange } from '#lib/server/import/placements/person-change.ts';
import type { PlacementRow } from '#lib/server/import/placements/placement-row.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type RowCounts = { readonly created: number; readonly changed: number; readonly unchanged: number };

/** What one person's rows come to. */
export type PersonPlan = {
  readonly identityHash: string;
  /** Null where none of the rows goes in. */
  readonly person: PersonChange | null;
  readonly changes: PlacementChanges;
  readonly faults: ReadonlyMap<number, readonly FieldProblem[]>;
  readonly counts: RowCounts;
};

export type HeldOfPerson = {
  readonly person: HeldPerson | undefined;
  readonly service: readonly StoredRow[];
  /** Person by reference, for references that the portal knows. */
  readonly owners: ReadonlyMap<string, string>;
};

const NOTHING: PlacementChanges = { decisions: [], placements: [], spans: [], periods: [], placed: [] };

/** All of one person's rows in a file, against what the portal holds of the person. */
export function planPerson(
  identityHash: string,
  rows: readonly PlacementRow[],
  held: HeldOfPerson,
): PersonPlan {
  const faults = new Map<number, readonly FieldProblem[]>();
  const isProtected = held.person?.protected === true || rows.some((row) => row.person.protected);
  for (const row of rows) {
    const fault = personFault(row, isProtected, held);
    if (fault !== null) faults.set(row.row, [fault]);
  }
  const accepted = rows.filter((row) => !faults.has(row.row));
  const { units, faults: refused } = reconcile(held.service, accepted);
  for (const [row, found] of refused) faults.set(row, found);
  const goesIn = accepted.filter((row) => !faults.has(row.row));
  const latest = goesIn.toSorted((a, b) => (a.service.from < b.service.from ? -1 : 1)).at(-1);
  if (latest === undefined) {
    return {
      identityHash,
      person: null,
      changes: NOTHING,
      faults,
      counts: { created: 0, changed: 0, unchanged: 0 },
    };
  }
  const changes = placementChanges(held.service, units);
  const person = planPersonChange(held.person, latest.person, isProtected);
  const touched = changedReferences(changes, units);
  const known = new Set(held.service.map((row) => row.service.reference));
  const created = goesIn.filter((row) => !known.has(row.service.reference));
  const changed = goesIn.filter(
    (row) =>
      known.has(row.service.reference) &&
      (touched.has(row.service.reference) || (row === latest && person.changedFields.length > 0)),
  );
  const unchanged = goesIn.length - created.length - changed.length;
  return {
    identityHash,
    person,
    changes,
    faults,
    counts: { created: created.length, changed: changed.length, unchanged },
  };
}

function personFault(row: PlacementRow, isProtected: boolean, held: HeldOfPerson): FieldProblem | null {
  const owner = held.owners.get(row.service.reference);
  if (owner !== undefined && owner !== held.person?.personId) {
    return {
      pointer: '/identity_number',
      row: row.row,
      column: 'identity_number',
      code: 'otherParticipant',
      message: 'Genomförandereferensen hör redan till en annan deltagare.',
      fix: 'Kontrollera referensen och identitetsnumret. En placering byter aldrig deltagare.',
    };
  }
  if (isProtected && !row.person.protected) {
    return {
      pointer: '/protected',
      row: row.row,
      column: 'protected',
      code: 'protectedStays',
      message: 'Personen har skyddade personuppgifter. Skyddet tas inte bort genom en fil.',
      fix: 'Ange protected 1, eller ta bort skyddet i portalen först.',
    };
  }
  return null;
}
