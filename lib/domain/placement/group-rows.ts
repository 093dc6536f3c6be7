import type { EndReason } from '#lib/domain/compensation/types.ts';
import { inTimeOrder, runsToItsEnd, sameTerms, type ServiceRow } from '#lib/domain/placement/service-row.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a participant stays with at a time: a placement of one or two periods, or a period that waits for a choice. */
export type ServiceUnit = {
  readonly rows: readonly [ServiceRow] | readonly [ServiceRow, ServiceRow];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly end: PlainDate | null;
  readonly endReason: EndReason | null;
};

/** Says whether two rows may stand in one placement, as far as the portal's own knowledge goes. */
export type MayJoin = (first: ServiceRow, second: ServiceRow) => 'must' | 'may' | 'never';

/**
 * The units of one participant's rows, in time order. A row of period 2 belongs to the placement of the row of period 1
 * at the same KA number that goes on to its own `to`, where the second begins (file formats, placements.csv).
 * The order of the rows does not matter.
 */
export function groupRows(
  rows: readonly ServiceRow[],
  mayJoin: MayJoin = () => 'may',
): readonly ServiceUnit[] {
  const left = [...inTimeOrder(rows)];
  const units: ServiceUnit[] = [];
  for (let row = left.shift(); row !== undefined; row = left.shift()) {
    const first = row;
    const at = left.findIndex((second) => joins(first, second, mayJoin));
    const [second] = at === -1 ? [] : left.splice(at, 1);
    units.push(second === undefined ? unitOf(first) : jointUnit(first, second));
  }
  return units;
}

function joins(first: ServiceRow, second: ServiceRow, mayJoin: MayJoin): boolean {
  const known = mayJoin(first, second);
  return known === 'must' || (known === 'may' && meets(first, second) && sameTerms(first, second));
}

/** Whether the rows meet as the two periods of one placement do, whatever was decided in them. */
export function meets(first: ServiceRow, second: ServiceRow): boolean {
  return (
    first.number === 1 &&
    second.number === 2 &&
    first.kaNumber !== null &&
    first.kaNumber === second.kaNumber &&
    first.to === second.from &&
    runsToItsEnd(first)
  );
}

function unitOf(row: ServiceRow): ServiceUnit {
  return { rows: [row], from: row.from, to: row.to, end: row.end, endReason: row.endReason };
}

function jointUnit(first: ServiceRow, second: ServiceRow): ServiceUnit {
  // An end within period 1 is the placement's; period 2 then never begins. Otherwise the second period tells.
  const { end, endReason } = runsToItsEnd(first) ? second : first;
  return { rows: [first, second], from: first.from, to: second.to, end, endReason };
}

/** Whether the second unit goes on with the decision of the first: by a switch, or by a second period that begins in time. */
export function continuesDecision(first: ServiceUnit, second: ServiceUnit): boolean {
  const before = first.rows.at(-1);
  const [after] = second.rows;
  if (before === undefined || !sameTerms(before, after)) return false;
  if (second.from !== (first.end ?? first.to)) return false;
  if (first.endReason === 'switch') return after.number >= before.number;
  return runsToItsEnd(before) && before.number === 1 && after.number === 2;
}
