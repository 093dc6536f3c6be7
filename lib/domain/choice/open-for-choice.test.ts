import { describe, expect, it } from 'vitest';
import { closedBecause, type ContractPlaces, placesLeft } from '#lib/domain/choice/open-for-choice.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const open: ContractPlaces = {
  deliveryAreaId: 'Västerås',
  openForChoice: true,
  from: plainDate('2026-01-01'),
  to: plainDate('2027-01-01'),
  capacity: 3,
  placesTaken: 2,
};
const day = plainDate('2026-05-12');
const because = (change: Partial<ContractPlaces>, on = day): unknown =>
  closedBecause({ ...open, ...change }, 'Västerås', on);

describe('a contract takes a new participant', () => {
  it('where it is open, in force and has a place left', () => {
    expect(because({})).toBe(null);
    expect(because({ to: null }, plainDate('2099-01-01'))).toBe(null);
  });

  it('not in another delivery area', () => {
    expect(because({ deliveryAreaId: 'Blekinge' })).toBe('otherArea');
  });

  it('not when the provider has closed for new choices', () => {
    expect(because({ openForChoice: false })).toBe('closed');
  });

  it('from its first day, up to but not on the day it ends', () => {
    expect(because({}, plainDate('2025-12-31'))).toBe('notInForce');
    expect(because({}, plainDate('2026-01-01'))).toBe(null);
    expect(because({}, plainDate('2026-12-31'))).toBe(null);
    expect(because({}, plainDate('2027-01-01'))).toBe('notInForce');
  });

  it('not when every place is held, nor when more are held than there should be', () => {
    expect(because({ placesTaken: 3 })).toBe('full');
    expect(because({ placesTaken: 4 })).toBe('full');
    expect(because({ capacity: 0, placesTaken: 0 })).toBe('full');
    expect(placesLeft({ capacity: 3, placesTaken: 5 })).toBe(0);
  });
});
