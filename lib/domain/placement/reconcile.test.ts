import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementChanges, type PlacementChanges } from '#lib/domain/placement/placement-changes.ts';
import { type GivenRow, reconcile, type Reconciliation } from '#lib/domain/placement/reconcile.ts';
import type { ServiceRow, StoredRow } from '#lib/domain/placement/service-row.ts';
import { afterChanges, histories, serviceRow } from '#lib/domain/placement/testing/histories.ts';

const SECOND = { reference: '300000002', number: 2, from: '2021-06-30', to: '2021-12-27' };

function numbered(rows: readonly ServiceRow[]): readonly GivenRow[] {
  return rows.map((service, index) => ({ row: index + 2, service }));
}

function loaded(...files: readonly (readonly ServiceRow[])[]): readonly StoredRow[] {
  return files.reduce<readonly StoredRow[]>(
    (stored, rows) => afterChanges(stored, placementChanges(stored, reconcile(stored, numbered(rows)).units)),
    [],
  );
}

function codes(reconciled: Reconciliation): readonly string[] {
  return [...reconciled.faults].map(
    ([row, faults]) => `${row} ${faults.map((fault) => `${fault.code} ${fault.column}`).join(', ')}`,
  );
}

function changesOf(stored: readonly StoredRow[], rows: readonly ServiceRow[]): PlacementChanges {
  return placementChanges(stored, reconcile(stored, numbered(rows)).units);
}

/** What a portal holds, told without the ids that it happened to give. */
function told(stored: readonly StoredRow[]): unknown {
  const rows = stored.toSorted((a, b) => (a.service.reference < b.service.reference ? -1 : 1));
  const first =
    (of: (row: StoredRow) => string | null): ((row: StoredRow) => string | null) =>
    (row) =>
      of(row) === null ? null : (rows.find((other) => of(other) === of(row))?.service.reference ?? null);
  const decision = first((row) => row.decisionId);
  const placement = first((row) => row.placementId);
  return rows.map((row) => ({ ...row.service, decision: decision(row), placement: placement(row) }));
}

function placements(stored: readonly StoredRow[]): unknown {
  return told(stored.map((row) => ({ ...row, decisionId: 'any' })));
}

const NOTHING: PlacementChanges = { decisions: [], placements: [], spans: [], periods: [], placed: [] };

describe('rows of one participant', () => {
  it('of period 1 and 2 at one provider are one placement, under one decision', () => {
    const changes = changesOf([], [serviceRow(), serviceRow(SECOND)]);
    expect(changes.decisions.map(({ key }) => key)).toEqual(['300000001']);
    expect(changes.placements.map(({ unit }) => [unit.from, unit.to])).toEqual([
      ['2021-01-01', '2021-12-27'],
    ]);
    expect(changes.periods.map(({ placement }) => placement?.key)).toEqual(['300000001', '300000001']);
  });

  it('of period 2 are a placement of their own where period 1 ended before its time or was elsewhere', () => {
    const ended = [serviceRow({ end: '2021-05-01', endReason: 'interruption' }), serviceRow(SECOND)];
    const elsewhere = [serviceRow(), serviceRow({ ...SECOND, kaNumber: '10000002' })];
    expect([ended, elsewhere].map((rows) => changesOf([], rows).placements.length)).toEqual([2, 2]);
    expect([ended, elsewhere].map((rows) => changesOf([], rows).decisions.length)).toEqual([2, 1]);
  });

  it('of a switch are two placements under one decision', () => {
    const rows = [
      serviceRow({ end: '2021-03-25', endReason: 'switch' }),
      serviceRow({ reference: '300000002', from: '2021-03-25', kaNumber: '10000002' }),
    ];
    const changes = changesOf([], rows);
    expect(changes.placements.map(({ unit }) => unit.end)).toEqual(['2021-03-25', null]);
    expect(changes.decisions).toHaveLength(1);
  });

  it('without a provider wait for a choice', () => {
    const changes = changesOf([], [serviceRow({ kaNumber: null, choice: null })]);
    expect(changes).toMatchObject({ placements: [], periods: [{ placement: null }] });
    expect(changes.decisions).toHaveLength(1);
  });

  it('come to the same whatever their order in the file', () => {
    fc.assert(
      fc.property(
        histories.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          expect(reconcile([], numbered(shuffled)).faults.size).toBe(0);
          expect(told(loaded(shuffled))).toEqual(told(loaded(rows)));
        },
      ),
    );
  });

  it('come to the same in one file or in two that follow each other in time', () => {
    fc.assert(
      fc.property(histories, fc.nat(6), (rows, at) => {
        expect(told(loaded(rows.slice(0, at), rows.slice(at)))).toEqual(told(loaded(rows)));
      }),
    );
  });

  it('come to the same placements in two files, whichever comes first', () => {
    // Decisions are never made one afterwards: a row that fills a hole between two leaves them two.
    fc.assert(
      fc.property(
        histories.chain((rows) => fc.tuple(fc.constant(rows), fc.subarray([...rows]))),
        ([rows, part]) => {
          const rest = rows.filter((row) => !part.includes(row));
          expect(placements(loaded(part, rest))).toEqual(placements(loaded(rows)));
        },
      ),
    );
  });

  it('change nothing when they come again', () => {
    fc.assert(
      fc.property(histories, (rows) => {
        const stored = loaded(rows);
        expect(reconcile(stored, numbered(rows)).faults.size).toBe(0);
        expect(changesOf(stored, rows)).toEqual(NOTHING);
      }),
    );
  });
});

describe('a row that comes again, changed', () => {
  const stored = loaded([serviceRow(), serviceRow(SECOND)]);

  it('may bring an end', () => {
    const ended = serviceRow({ ...SECOND, end: '2021-10-04', endReason: 'outcome' });
    expect(changesOf(stored, [ended]).spans).toMatchObject([
      {
        before: { end: null },
        after: { from: '2021-01-01', to: '2021-12-27', end: '2021-10-04', endReason: 'outcome' },
      },
    ]);
  });

  it('may end a placement within period 1, though a second was planned', () => {
    const ended = serviceRow({ end: '2021-04-04', endReason: 'interruption' });
    expect(changesOf(stored, [ended]).spans).toMatchObject([{ after: { end: '2021-04-04' } }]);
    const after = loaded([serviceRow(), serviceRow(SECOND)], [ended]);
    expect(changesOf(after, [ended, serviceRow(SECOND)])).toEqual(NOTHING);
  });

  it('may add a second period to a placement', () => {
    const first = loaded([serviceRow()]);
    const changes = changesOf(first, [serviceRow(SECOND)]);
    expect(changes.spans).toMatchObject([{ before: { to: '2021-06-30' }, after: { to: '2021-12-27' } }]);
    expect(changes.placements).toEqual([]);
    expect(changes.decisions).toEqual([]);
  });

  it('may bring the provider of a period that waited for one', () => {
    const waiting = loaded([serviceRow({ kaNumber: null, choice: null })]);
    const changes = changesOf(waiting, [serviceRow()]);
    expect(changes.placements).toHaveLength(1);
    expect(changes.placed.map(({ row }) => row.kaNumber)).toEqual(['10000001']);
  });

  it('never takes back what the portal knows and the file does not: a choice, an end', () => {
    const ended = loaded([serviceRow({ end: '2021-03-25', endReason: 'switch' })]);
    expect(changesOf(ended, [serviceRow()])).toEqual(NOTHING);
    expect(changesOf(loaded([serviceRow()]), [serviceRow({ kaNumber: null, choice: null })])).toEqual(
      NOTHING,
    );
  });

  it('never takes back when and with whom the participant chose or switched in the portal', () => {
    const chosen = loaded([serviceRow({ from: '2021-01-15', kaNumber: '10000002' })]).map((row) => ({
      ...row,
      settledInPortal: true,
    }));
    for (const given of [serviceRow({ kaNumber: null, choice: null }), serviceRow()]) {
      expect(codes(reconcile(chosen, numbered([given])))).toEqual([]);
      expect(changesOf(chosen, [given])).toEqual(NOTHING);
    }
    const endedBefore = serviceRow({ end: '2021-01-10', endReason: 'interruption' });
    expect(codes(reconcile(chosen, numbered([endedBefore])))).toEqual(['2 endOutside end']);
    const ended = serviceRow({ end: '2021-02-10', endReason: 'interruption' });
    expect(changesOf(chosen, [ended]).spans).toMatchObject([
      { after: { from: '2021-01-15', end: '2021-02-10' } },
    ]);
  });

  it('never changes level, agreement, area, period or provider; all of it is said', () => {
    const changed = serviceRow({ level: 'C', to: '2021-07-30', kaNumber: '10000002' });
    const reconciled = reconcile(stored, numbered([changed]));
    expect(codes(reconciled)).toEqual(['2 notChangeable level, notChangeable to, notChangeable ka_number']);
    expect(placementChanges(stored, reconciled.units)).toEqual(NOTHING);
  });
});

describe('rows that exclude each other', () => {
  const other = serviceRow({
    reference: '300000009',
    from: '2021-05-01',
    to: '2021-10-28',
    kaNumber: '10000002',
  });

  it('leave out the later of them in the file, and say which it meets', () => {
    expect(codes(reconcile([], numbered([serviceRow(), other])))).toEqual(['3 overlap from']);
    expect(codes(reconcile([], numbered([other, serviceRow()])))).toEqual(['3 overlap from']);
    const [fault] = reconcile([], numbered([serviceRow(), other])).faults.get(3) ?? [];
    expect(fault?.message).toContain('300000001');
  });

  it('leave out no more than they must', () => {
    const third = serviceRow({ reference: '300000010', from: '2021-10-01', to: '2022-03-30' });
    // The second meets the first; the third meets the second alone, and goes in.
    expect(codes(reconcile([], numbered([serviceRow(), other, third])))).toEqual(['3 overlap from']);
  });

  it('leave what the portal holds alone', () => {
    const stored = loaded([serviceRow()]);
    expect(codes(reconcile(stored, numbered([other])))).toEqual(['2 overlap from']);
  });

  it('are no longer in each other’s way when an end in the same file makes room, wherever it stands', () => {
    const stored = loaded([serviceRow()]);
    const ended = serviceRow({ end: '2021-05-01', endReason: 'switch' });
    expect(codes(reconcile(stored, numbered([other, ended])))).toEqual([]);
    expect(codes(reconcile(stored, numbered([ended, other])))).toEqual([]);
  });

  it('have no days in common when one ended on the day it began', () => {
    const never = { ...other, end: other.from, endReason: 'interruption' as const };
    expect(codes(reconcile([], numbered([serviceRow(), never])))).toEqual([]);
  });

  it('are two periods of one placement at different levels', () => {
    const differing = serviceRow({ ...SECOND, level: 'C' });
    expect(codes(reconcile([], numbered([serviceRow(), differing])))).toEqual(['3 periodsDiffer level']);
  });

  it('never let an invalid state through: whatever is accepted overlaps nowhere', () => {
    const wild = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(wild, (spans) => {
        const rows = spans.map(([from, length], i) =>
          serviceRow({
            reference: String(300_000_000 + i),
            from: `2021-01-1${from}`,
            to: `2021-01-${10 + from + length}`,
          }),
        );
        const { units, faults } = reconcile([], numbered(rows));
        expect(units.length + faults.size).toBe(rows.length);
        const inOrder = units.every((unit, i) => (units[i - 1]?.to ?? '') <= unit.from);
        expect(inOrder).toBe(true);
      }),
    );
  });
});
