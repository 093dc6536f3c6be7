import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesAnything, switchEffectiveOn } from '#lib/domain/provider-switch/effective-on.ts';
import { type PlacedPeriod, settleSwitch } from '#lib/domain/provider-switch/settle-switch.ts';
import { type SwitchFacts, switchProvider } from '#lib/domain/provider-switch/switch-provider.ts';
import { type UndoFacts, undoSwitch } from '#lib/domain/provider-switch/undo-switch.ts';
import { addDays, isoWeekday, type PlainDate, plainDate, yearOf } from '#lib/shared/plain-date.ts';
import { swedishPublicHolidays } from '#lib/shared/workdays.ts';

const SEED = 20_260_106;
const monday = plainDate('2026-05-11');

const works = (day: PlainDate): boolean =>
  isoWeekday(day) <= 5 && !swedishPublicHolidays(yearOf(day)).includes(day);

describe('what the new provider could be let read', () => {
  const from = plainDate('2026-06-01');
  it.each([
    ['a placement that is left before it begins leaves nothing', '2026-06-01', false, false],
    ['but a plan, where one is made already', '2026-06-01', true, true],
    ['one that has had a day leaves a final report', '2026-06-02', false, true],
  ] as const)('%s', (_rule, effectiveOn, hasPlan, shares) => {
    expect(sharesAnything({ from, hasPlan }, { from: plainDate(effectiveOn) })).toBe(shares);
  });
});

describe('the day a switch takes effect', () => {
  it('is the fifth working day ahead, public holidays not counted', () => {
    // 12, 13, 15, 18, 19 May: Ascension Day is 14 May.
    expect(switchEffectiveOn(monday, 5, plainDate('2026-01-02'))).toBe('2026-05-19');
    // From a Saturday: 18, 19, 20, 21, 22 May.
    expect(switchEffectiveOn(plainDate('2026-05-16'), 5, plainDate('2026-01-02'))).toBe('2026-05-22');
    // Over New Year: 30, 31 December, 4, 5, 7 January (1 and 6 January are holidays).
    expect(switchEffectiveOn(plainDate('2026-12-29'), 5, plainDate('2026-01-02'))).toBe('2027-01-07');
  });

  it('is the first day of a placement that begins later than that, whatever day of the week', () => {
    expect(switchEffectiveOn(monday, 5, plainDate('2026-06-07'))).toBe('2026-06-07');
  });

  it('is a working day with at least so many working days from tomorrow through itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 15 }), (offset, workdays) => {
        const today = addDays(plainDate('2024-01-01'), offset);
        const effective = switchEffectiveOn(today, workdays, today);
        let counted = 0;
        for (let day = addDays(today, 1); day <= effective; day = addDays(day, 1))
          if (works(day)) counted += 1;
        expect([works(effective), counted]).toEqual([true, workdays]);
      }),
      { seed: SEED },
    );
  });
});

const first: PlacedPeriod = { number: 1, from: plainDate('2026-01-02'), to: plainDate('2026-07-01') };
const second: PlacedPeriod = { number: 2, from: plainDate('2026-07-01'), to: plainDate('2026-12-28') };

describe('a switch divides a placement', () => {
  it('within the first period, and the second moves along', () => {
    expect(settleSwitch({ to: second.to, periods: [first, second] }, plainDate('2026-05-19'))).toEqual({
      end: '2026-05-19',
      period: { from: '2026-05-19', to: '2026-12-28' },
      divided: { number: 1, from: '2026-05-19', to: '2026-07-01' },
      moved: [2],
    });
  });

  it('within the second period, and nothing moves', () => {
    expect(settleSwitch({ to: second.to, periods: [first, second] }, plainDate('2026-08-03'))).toMatchObject({
      divided: { number: 2, from: '2026-08-03', to: '2026-12-28' },
      moved: [],
    });
  });

  it('where a period begins, without dividing any', () => {
    expect(settleSwitch({ to: second.to, periods: [first, second] }, second.from)).toMatchObject({
      divided: null,
      moved: [2],
    });
    expect(settleSwitch({ to: first.to, periods: [first] }, first.from)).toMatchObject({
      divided: null,
      moved: [1],
    });
  });

  it('not on or after the planned end', () => {
    expect(settleSwitch({ to: first.to, periods: [first] }, first.to)).toBe(null);
  });
});

/** One or two periods, with or without days between, and a day somewhere around them. */
const histories = fc
  .record({
    start: fc.integer({ min: 0, max: 365 }),
    lengths: fc.array(fc.integer({ min: 1, max: 180 }), { minLength: 1, maxLength: 2 }),
    gap: fc.integer({ min: 0, max: 3 }),
    today: fc.integer({ min: -20, max: 380 }),
    workdays: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ start, lengths, gap, today, workdays }) => {
    let from = addDays(plainDate('2026-01-01'), start);
    const periods = lengths.map((length, index) => {
      const period = { number: index + 1, from, to: addDays(from, length) };
      from = addDays(period.to, gap);
      return period;
    });
    const to = periods.at(-1)?.to ?? from;
    return { periods, to, today: addDays(periods[0]?.from ?? from, today), workdays };
  });

function daysOf(
  periods: readonly { from: PlainDate; to: PlainDate }[],
  before: PlainDate | null,
): PlainDate[] {
  const days: PlainDate[] = [];
  for (const { from, to } of periods) {
    const last = before === null || to < before ? to : before;
    for (let day = from; day < last; day = addDays(day, 1)) days.push(day);
  }
  return days;
}

describe('whatever day one switches', () => {
  it('every service day of before stands in exactly one of the two placements after', () => {
    fc.assert(
      fc.property(histories, ({ periods, to, today, workdays }) => {
        const effectiveOn = switchEffectiveOn(today, workdays, periods[0]?.from ?? today);
        const settled = settleSwitch({ to, periods }, effectiveOn);
        expect(settled === null).toBe(effectiveOn >= to);
        if (settled === null) return;
        const stay = periods.filter(({ number }) => !settled.moved.includes(number));
        const go = periods.filter(({ number }) => settled.moved.includes(number));
        const after = [...(settled.divided === null ? [] : [settled.divided]), ...go];
        const [old, next] = [daysOf(stay, settled.end), daysOf(after, null)];
        expect([...old, ...next]).toEqual(daysOf(periods, null));
        expect(new Set([...old, ...next]).size).toBe(old.length + next.length);
        // Nothing of the new placement lies outside its own days.
        expect(next.every((day) => settled.period.from <= day && day < settled.period.to)).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('undoing it gives back exactly the periods that moved', () => {
    fc.assert(
      fc.property(histories, ({ periods, to, today, workdays }) => {
        const effectiveOn = switchEffectiveOn(today, workdays, periods[0]?.from ?? today);
        const settled = settleSwitch({ to, periods }, effectiveOn);
        fc.pre(settled !== null && today < effectiveOn);
        const kept = periods.map(({ number }) => number).filter((number) => !settled.moved.includes(number));
        const gone = [...(settled.divided === null ? [] : [settled.divided.number]), ...settled.moved];
        const undone = undoSwitch({
          today,
          effectiveOn,
          undone: false,
          from: { end: settled.end, endReason: 'switch', periods: kept },
          to: { cancelled: false, end: null, periods: gone },
        });
        expect(undone).toEqual({ ok: true, value: { goBack: settled.moved } });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

const facts: SwitchFacts = {
  placement: { contractId: 'old', from: first.from, to: first.to, end: null, periods: [first] },
  pending: false,
  effectiveOn: plainDate('2026-05-19'),
  deliveryAreaId: 'Västerås',
  target: {
    contractId: 'new',
    deliveryAreaId: 'Västerås',
    openForChoice: true,
    from: plainDate('2026-01-01'),
    to: null,
    capacity: 1,
    placesTaken: 0,
  },
};
const refusal = (change: Partial<SwitchFacts>): unknown => {
  const decided = switchProvider({ ...facts, ...change });
  return decided.ok ? null : [decided.error.status, decided.error.code];
};

describe('a switch is refused', () => {
  it('never for lack of permission: who has time and finds a place may go', () => {
    expect(refusal({})).toBe(null);
  });

  it('while another one is on its way', () => {
    expect(refusal({ pending: true })).toEqual([409, 'switchPending']);
  });

  it('where the placement has an end already, or ends before the switch would take effect', () => {
    const ended = { ...facts.placement, end: plainDate('2026-05-30') };
    expect(refusal({ placement: ended })).toEqual([409, 'placementEnded']);
    expect(refusal({ effectiveOn: first.to })).toEqual([409, 'tooLittleTime']);
    expect(refusal({ effectiveOn: addDays(first.to, -1) })).toBe(null);
  });

  it('to the contract that one has, and to one that takes nobody more', () => {
    expect(refusal({ target: { ...facts.target, contractId: 'old' } })).toEqual([422, 'sameContract']);
    expect(refusal({ target: { ...facts.target, placesTaken: 1 } })).toEqual([422, 'full']);
    expect(refusal({ target: { ...facts.target, openForChoice: false } })).toEqual([422, 'closed']);
    expect(refusal({ target: { ...facts.target, to: facts.effectiveOn } })).toEqual([422, 'closed']);
    expect(refusal({ target: { ...facts.target, deliveryAreaId: 'Blekinge' } })).toEqual([422, 'otherArea']);
  });
});

describe('undoing is refused', () => {
  const standing: UndoFacts = {
    today: plainDate('2026-05-18'),
    effectiveOn: plainDate('2026-05-19'),
    undone: false,
    from: { end: plainDate('2026-05-19'), endReason: 'switch', periods: [1] },
    to: { cancelled: false, end: null, periods: [1, 2] },
  };
  const code = (change: Partial<UndoFacts>): string | null => {
    const decided = undoSwitch({ ...standing, ...change });
    return decided.ok ? null : decided.error.code;
  };

  it('from the day the switch takes effect, not the day before', () => {
    expect(code({})).toBe(null);
    expect(code({ today: standing.effectiveOn })).toBe('inEffect');
  });

  it('a second time, or where somebody has changed either placement since', () => {
    expect(code({ undone: true })).toBe('alreadyUndone');
    expect(code({ from: { ...standing.from, endReason: 'outcome' } })).toBe('changedSince');
    expect(code({ from: { ...standing.from, end: plainDate('2026-05-15') } })).toBe('changedSince');
    expect(code({ to: { ...standing.to, end: plainDate('2026-05-25') } })).toBe('changedSince');
    expect(code({ to: { ...standing.to, cancelled: true } })).toBe('changedSince');
  });
});
