import { endBeforeFault, notChangeableFault } from '#lib/domain/placement/row-faults.ts';
import type { ServiceRow, StoredRow } from '#lib/domain/placement/service-row.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What is settled once a row has come in, by its column in the file. */
const SETTLED = [
  ['level', 'level'],
  ['agreement', 'agreement'],
  ['delivery_area', 'deliveryArea'],
  ['period_number', 'number'],
  ['from', 'from'],
  ['to', 'to'],
] as const satisfies readonly (readonly [string, keyof ServiceRow])[];

/**
 * What a row changes that never changes: level, agreement version, delivery area, period, and the provider once there is
 * one. A wrong basis ends the placement and is decided anew; it is never rewritten (service description, section 1).
 */
export function unchangeableFault(held: StoredRow | undefined, given: ServiceRow): readonly FieldProblem[] {
  if (held === undefined) return [];
  const { service, settledInPortal } = held;
  const settled = SETTLED.filter(([column]) => column !== 'from' || !settledInPortal)
    .filter(([, field]) => service[field] !== given[field])
    .map(([column, field]) => notChangeableFault(column, service[field]));
  const otherProvider =
    !settledInPortal &&
    service.kaNumber !== null &&
    given.kaNumber !== null &&
    service.kaNumber !== given.kaNumber;
  if (otherProvider) return [...settled, notChangeableFault('ka_number', service.kaNumber)];
  return given.end !== null && given.end < service.from
    ? [...settled, endBeforeFault(service.from)]
    : settled;
}

/**
 * The row as it stands after the file. The file may place a period that waits for a choice and set or move an end. What it
 * leaves empty changes nothing: a choice or a switch made in the portal is newer than a file that does not know of it.
 * The held row itself comes back where nothing changes.
 */
export function mergeRow(held: ServiceRow | undefined, given: ServiceRow): ServiceRow {
  if (held === undefined) return given;
  const placed = held.kaNumber === null && given.kaNumber !== null;
  const ended = given.end !== null && (given.end !== held.end || given.endReason !== held.endReason);
  if (!placed && !ended) return held;
  return {
    ...held,
    ...(placed ? { kaNumber: given.kaNumber, choice: given.choice } : {}),
    ...(ended ? { end: given.end, endReason: given.endReason } : {}),
  };
}
