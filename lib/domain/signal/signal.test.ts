import { describe, expect, test } from 'vitest';
import { decideSignal } from '#lib/domain/signal/decide-signal.ts';
import { readSignal, type TypedSignal } from '#lib/domain/signal/read-signal.ts';
import { refuseSignal } from '#lib/domain/signal/refuse-signal.ts';
import { coursesOf, type Signal, type SignalFacts } from '#lib/domain/signal/signal.ts';
import { signalRemarks } from '#lib/domain/signal/signal-remarks.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-03-16');
const PLACEMENT = {
  placementId: 'P',
  from: plainDate('2026-01-02'),
  to: plainDate('2026-07-01'),
  end: null,
  endReason: null,
};
const SIGNAL: Signal = {
  type: 'employment',
  extentPercent: 50,
  from: plainDate('2026-04-01'),
  appliedOn: null,
  employerName: 'Bageriet',
  signalledOn: plainDate('2026-03-02'),
};
const FACTS: SignalFacts = {
  types: ['employment', 'studies'],
  windows: {
    serviceEnd: plainDate('2026-07-01'),
    startBefore: plainDate('2026-09-01'),
    signalBefore: plainDate('2026-09-01'),
  },
  standing: null,
  outcomeStatus: null,
  wantedExtentPercent: 100,
  spans: [{ placementId: 'P', from: PLACEMENT.from, end: PLACEMENT.to }],
  kronor: null,
};
const STANDING: SignalFacts = { ...FACTS, standing: { id: 'D', status: 'approved', content: SIGNAL } };
const TYPED: TypedSignal = {
  about: '',
  type: 'employment',
  extentPercent: '50',
  from: '2026-04-01',
  appliedOn: '',
  employerName: ' Bageriet ',
};

function read(typed: Partial<TypedSignal>, facts = FACTS) {
  return readSignal({ ...TYPED, ...typed }, { placement: PLACEMENT, facts, today: TODAY });
}
function faults(typed: Partial<TypedSignal>, facts = FACTS): readonly string[] {
  const result = read(typed, facts);
  return result.ok ? [] : result.error.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('a signal', () => {
  test('counts from the day that it comes in; the work may lie ahead', () => {
    expect(read({})).toEqual({ ok: true, value: { ...SIGNAL, signalledOn: TODAY } });
  });

  test('that corrects a detail keeps the day that the work was first told of', () => {
    expect(read({ about: 'same', from: '2026-04-15', employerName: '' }, STANDING)).toEqual({
      ok: true,
      value: { ...SIGNAL, from: '2026-04-15', employerName: '' },
    });
  });

  test('about another job is a new signal, and counts from its own day', () => {
    expect(read({ about: 'other' }, STANDING)).toMatchObject({ ok: true, value: { signalledOn: TODAY } });
  });

  test('does not say that studies are the same as the work that was told of', () => {
    const studies = { type: 'studies', appliedOn: '2026-02-01' };
    expect(faults({ ...studies, about: 'same' }, STANDING)).toEqual(['/about otherType']);
    expect(faults({ ...studies, about: 'other' }, STANDING)).toEqual([]);
  });

  test.each([
    [
      'nothing',
      { type: '', extentPercent: '', from: '' },
      ['/type typeMissing', '/from dateInvalid', '/extentPercent extentInvalid'],
    ],
    ['own business where the agreement has none', { type: 'ownBusiness' }, ['/type typeMissing']],
    ['an extent above full time', { extentPercent: '101' }, ['/extentPercent extentInvalid']],
    ['work from before the placement', { from: '2026-01-01' }, ['/from beforePlacement']],
    ['work from the first day', { from: '2026-01-02' }, []],
    ['work more than a year ahead', { from: '2027-03-17' }, ['/from tooFarAhead']],
    ['studies without the day applied', { type: 'studies' }, ['/appliedOn appliedMissing']],
    ['an application of tomorrow', { type: 'studies', appliedOn: '2026-03-17' }, ['/appliedOn dateInFuture']],
    ['an application for work', { appliedOn: '2026-03-01' }, ['/appliedOn appliedWithoutStudies']],
  ] as const)('says what is wrong with %s', (_, typed, expected) => {
    expect(faults(typed)).toEqual(expected);
  });

  test('that replaces another says whether it is about the same work', () => {
    expect(faults({}, STANDING)).toEqual(['/about aboutMissing']);
  });
});

describe('a signal may be sent', () => {
  const refused = (facts: SignalFacts, today = TODAY, replacesId: string | null = null) =>
    refuseSignal({ facts, today }, replacesId)?.code ?? null;

  test('until the day before the window closes', () => {
    expect(refused(FACTS, plainDate('2026-08-31'))).toBeNull();
    expect(refused(FACTS, plainDate('2026-09-01'))).toBe('signalWindowClosed');
  });
  test('once; after that it is replaced', () => {
    expect(refused(STANDING)).toBe('signalExists');
    expect(refused(STANDING, TODAY, 'D')).toBeNull();
  });
  test('until an outcome report is in', () => {
    expect(refused({ ...STANDING, outcomeStatus: 'submitted' }, TODAY, 'D')).toBe('outcomeReported');
  });
});

describe('what becomes of the placement', () => {
  test.each([
    ['work within the service', '2026-04-01', null, null, ['end', 'goesOn']],
    ['work from the first day: no service would be left', '2026-01-02', null, null, ['goesOn']],
    ['work when the planned days are over', '2026-07-01', null, null, ['end', 'goesOn']],
    ['work after the planned days', '2026-07-02', null, null, ['goesOn']],
    ['what an earlier signal ended', '2026-04-01', '2026-03-02', 'outcome', ['end', 'goesOn']],
    ['what ended by a switch', '2026-04-01', '2026-03-02', 'switch', ['ended']],
  ] as const)('%s', (_, from, end, endReason, expected) => {
    const placement = { ...PLACEMENT, end: end === null ? null : plainDate(end), endReason };
    expect(coursesOf({ from: plainDate(from) }, placement)).toEqual(expected);
  });

  test('is said with the confirmation, and ends on the first day of the work', () => {
    const about = { placement: PLACEMENT, facts: FACTS };
    expect(decideSignal(SIGNAL, { verdict: 'approve', course: 'end' }, about)).toEqual({
      ok: true,
      value: { course: 'end', endsOn: '2026-04-01' },
    });
    expect(decideSignal(SIGNAL, { verdict: 'approve', course: 'ended' }, about)).toMatchObject({
      error: { errors: [{ pointer: '/answer/course' }] },
    });
    expect(decideSignal(SIGNAL, { verdict: 'return', course: '' }, about)).toEqual({
      ok: true,
      value: { course: null, endsOn: null },
    });
  });

  test('is not said of work that belongs to a later placement', () => {
    const placement = { ...PLACEMENT, end: plainDate('2026-03-02'), endReason: 'switch' as const };
    const spans = [
      { placementId: 'P', from: PLACEMENT.from, end: placement.end },
      { placementId: 'Q', from: plainDate('2026-03-02'), end: plainDate('2026-07-01') },
    ];
    const decided = decideSignal(
      SIGNAL,
      { verdict: 'approve', course: 'ended' },
      { placement, facts: { spans } },
    );
    expect(decided).toMatchObject({ error: { errors: [{ code: 'otherPlacement' }] } });
  });
});

test('what to look at: late work, less than what is wanted, and a day that starts anew', () => {
  const about = { facts: { ...STANDING, wantedExtentPercent: 75 }, today: TODAY };
  const late = { ...SIGNAL, from: plainDate('2026-09-01'), signalledOn: TODAY };
  expect(signalRemarks(late, about).map(({ pointer }) => pointer)).toEqual([
    '/from',
    '/extentPercent',
    '/about',
  ]);
  expect(signalRemarks({ ...SIGNAL, extentPercent: 75 }, about)).toEqual([]);
});
