import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChoiceFacts, chooseProvider, placementToBe } from '#lib/domain/choice/choose-provider.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const first = { id: 'p1', number: 1, from: plainDate('2026-05-18'), to: plainDate('2026-11-14') };
const second = { id: 'p2', number: 2, from: plainDate('2026-11-14'), to: plainDate('2027-05-13') };
const facts: ChoiceFacts = {
  today: plainDate('2026-05-12'),
  deliveryAreaId: 'Västerås',
  unplaced: [first],
  helpedUntil: null,
  contract: {
    deliveryAreaId: 'Västerås',
    openForChoice: true,
    from: plainDate('2026-01-01'),
    to: null,
    capacity: 10,
    placesTaken: 9,
  },
};
const refusal = (change: Partial<ChoiceFacts>): unknown => {
  const chosen = chooseProvider({ ...facts, ...change });
  return chosen.ok ? null : [chosen.error.status, chosen.error.code];
};

describe('a choice', () => {
  it('begins on the first day of the decided period and lasts to its end', () => {
    expect(chooseProvider(facts)).toMatchObject({
      ok: true,
      value: { period: { from: '2026-05-18', to: '2026-11-14' }, servicePeriods: [first] },
    });
  });

  it('begins today where that day has passed, and what has passed is nobody’s', () => {
    expect(placementToBe([first], plainDate('2026-06-01'))).toMatchObject({
      value: { period: { from: '2026-06-01', to: '2026-11-14' }, servicePeriods: [{ from: '2026-06-01' }] },
    });
  });

  it('takes both periods where both are decided, and only the second when the first is over', () => {
    expect(placementToBe([second, first], plainDate('2026-05-12'))).toMatchObject({
      value: {
        period: { from: '2026-05-18', to: '2027-05-13' },
        servicePeriods: [{ id: 'p1' }, { id: 'p2' }],
      },
    });
    expect(placementToBe([first, second], plainDate('2026-11-14'))).toMatchObject({
      value: { period: { from: '2026-11-14', to: '2027-05-13' }, servicePeriods: [{ id: 'p2' }] },
    });
  });

  it('can be made after the last day to choose, until somebody has been assigned', () => {
    expect(refusal({ today: plainDate('2026-08-01') })).toBe(null);
  });

  it('is refused when it is made already, or when nothing is left of the service', () => {
    expect(refusal({ unplaced: [] })).toEqual([409, 'alreadyChosen']);
    expect(refusal({ today: first.to })).toEqual([409, 'serviceOver']);
  });

  it('is refused for days on which somebody helps already', () => {
    expect(refusal({ helpedUntil: plainDate('2026-06-01') })).toEqual([409, 'alreadyHelped']);
  });

  it('is refused where the provider takes nobody more', () => {
    const contract = facts.contract;
    expect(refusal({ contract: { ...contract, placesTaken: 10 } })).toEqual([422, 'full']);
    expect(refusal({ contract: { ...contract, openForChoice: false } })).toEqual([422, 'closed']);
    expect(refusal({ contract: { ...contract, deliveryAreaId: 'Blekinge' } })).toEqual([422, 'otherArea']);
    // The contract must be in force on the day the placement begins, not on the day of choosing.
    expect(refusal({ contract: { ...contract, to: first.from } })).toEqual([422, 'closed']);
    expect(refusal({ contract: { ...contract, from: first.from } })).toBe(null);
  });

  it('never begins before today or before the decision says, and keeps the planned end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 200 }), fc.integer({ min: 1, max: 180 }), (offset, length) => {
        const today = plainDate('2026-05-12');
        const from = addDays(today, offset);
        const to = addDays(from, length);
        const made = placementToBe([{ id: 'p', number: 1, from, to }], today);
        expect(made.ok ? made.value.period : made.error).toEqual(
          to <= today ? 'serviceOver' : { from: from > today ? from : today, to },
        );
      }),
      { seed: 20_260_104 },
    );
  });
});
