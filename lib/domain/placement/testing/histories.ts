import * as fc from 'fast-check';
import type { PlacementChanges } from '#lib/domain/placement/placement-changes.ts';
import type { ServiceRow, StoredRow } from '#lib/domain/placement/service-row.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A row of period 1 at provider 10000001 from January to July 2021, with what is given instead. */
export function serviceRow(given: Partial<Record<keyof ServiceRow, unknown>> = {}): ServiceRow {
  const row = {
    reference: '300000001',
    number: 1,
    level: 'B',
    agreement: 'krom-exempel-1',
    deliveryArea: 'Blekinge',
    kaNumber: '10000001',
    choice: 'active',
    from: '2021-01-01',
    to: '2021-06-30',
    end: null,
    endReason: null,
    ...given,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tests write dates as they read
  return row as ServiceRow;
}

type Step = {
  readonly kind: 'switch' | 'extend' | 'extendElsewhere' | 'stop';
  readonly days: number;
  readonly gap: number;
};

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('switch', 'extend', 'extendElsewhere', 'stop'),
    days: fc.integer({ min: 1, max: 179 }),
    gap: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 6 },
);

/** Histories of one participant as the authority tells them: switches, extensions, ends, new decisions, at most one thing at a time. */
export const histories: fc.Arbitrary<readonly ServiceRow[]> = fc
  .tuple(steps, fc.constantFrom('A', 'B', 'C'), fc.boolean())
  .map(([taken, level, waits]) => historyOf(taken, level, waits));

function historyOf(taken: readonly Step[], level: string, waits: boolean): readonly ServiceRow[] {
  const rows: ServiceRow[] = [];
  let current = serviceRow({ level, reference: '300000000', from: '2021-01-01', to: '2021-06-30' });
  const next = (given: Partial<Record<keyof ServiceRow, unknown>>): void => {
    const reference = String(300_000_001 + rows.length);
    current = serviceRow({ ...current, end: null, endReason: null, ...given, reference });
  };
  for (const step of taken) {
    const day = addDays(current.from, Math.min(step.days, 179));
    const extended = step.kind === 'extend' || step.kind === 'extendElsewhere';
    if (extended && current.number === 1) {
      rows.push(current);
      const elsewhere = step.kind === 'extendElsewhere' ? { kaNumber: otherThan(current.kaNumber) } : {};
      next({ number: 2, from: current.to, to: addDays(current.to, 180), ...elsewhere });
    } else if (step.kind === 'switch' && day < current.to) {
      rows.push({ ...current, end: day, endReason: 'switch' });
      next({ from: day, kaNumber: otherThan(current.kaNumber) });
    } else {
      const end = day < current.to ? day : current.to;
      rows.push({ ...current, end, endReason: end === current.to ? 'completed' : 'interruption' });
      // At least a day between, so that a new decision is no second period.
      next({ number: 1, ...decidedAnew(addDays(current.to, step.gap + 1)) });
    }
  }
  return [...rows, waits && current.number === 1 ? { ...current, kaNumber: null, choice: null } : current];
}

function decidedAnew(from: PlainDate): Pick<ServiceRow, 'from' | 'to'> {
  return { from, to: addDays(from, 180) };
}

function otherThan(kaNumber: string | null): string {
  return kaNumber === '10000001' ? '10000002' : '10000001';
}

function idOf(reference: { readonly id: string | null; readonly key: string }): string {
  return reference.id ?? `new:${reference.key}`;
}

/** What a portal holds after the changes are written. */
export function afterChanges(stored: readonly StoredRow[], changes: PlacementChanges): readonly StoredRow[] {
  const placed = new Map(
    changes.placed.map(({ row, placement }) => [row.reference, { row, id: idOf(placement) }]),
  );
  const kept = stored.map((row) => {
    const now = placed.get(row.service.reference);
    return now === undefined ? row : { ...row, service: now.row, placementId: now.id };
  });
  const made = changes.periods.map(({ row, decision, placement }) => ({
    service: row,
    decisionId: idOf(decision),
    placementId: placement === null ? null : idOf(placement),
    settledInPortal: false,
  }));
  const ends = new Map<string, Pick<ServiceRow, 'end' | 'endReason'>>([
    ...changes.placements.map(({ key, unit }) => [`new:${key}`, unit] as const),
    ...changes.spans.map(({ placementId, after }) => [placementId, after] as const),
  ]);
  return withEnds([...kept, ...made], ends);
}

/** The database keeps an end with the placement; it is told of the period that it falls in. */
function withEnds(
  rows: readonly StoredRow[],
  ends: ReadonlyMap<string, Pick<ServiceRow, 'end' | 'endReason'>>,
): readonly StoredRow[] {
  return rows.map((row) => {
    const told = ends.get(row.placementId ?? '');
    if (told === undefined) return row;
    const { end, endReason } = told;
    const second = rows.find((other) => other.placementId === row.placementId && other.service.number === 2);
    const inSecond = second !== undefined && end !== null && end >= second.service.from;
    const here = second === undefined || (row.service.number === 2) === inSecond;
    return {
      ...row,
      service: { ...row.service, end: here ? end : null, endReason: here ? endReason : null },
    };
  });
}
