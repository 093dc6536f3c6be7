import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AreaContract,
  assignNearest,
  seedOf,
  type WaitingDecision,
} from '#lib/domain/choice/assign-nearest.ts';
import { NO_FILTER } from '#lib/domain/choice/choice-filter.ts';
import { listForChoice } from '#lib/domain/choice/choice-list.ts';
import { metresBetween } from '#lib/domain/choice/distance.ts';
import { compareSeeded, scramble } from '#lib/domain/choice/seeded-order.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-11-16');
const HOME = { lat: 56.16, lon: 15.59 };

function contract(contractId: string, given: Partial<AreaContract> = {}): AreaContract {
  return {
    contractId,
    deliveryAreaId: 'Blekinge',
    openForChoice: true,
    from: plainDate('2024-01-01'),
    to: null,
    capacity: 10,
    premises: [{ officeId: `office of ${contractId}`, ...HOME }],
    heldUntil: [],
    ...given,
  };
}

/** A contract with premises so many thousandths of a degree (about 111 m) north of home. */
function north(contractId: string, thousandths: number, given: Partial<AreaContract> = {}): AreaContract {
  const place = { lat: HOME.lat + thousandths / 1000, lon: HOME.lon };
  return contract(contractId, { premises: [{ officeId: `office of ${contractId}`, ...place }], ...given });
}

function waiting(decisionId: string, given: Partial<WaitingDecision> = {}): WaitingDecision {
  return {
    decisionId,
    participantId: `participant of ${decisionId}`,
    arrivedOn: plainDate('2026-11-06'),
    reference: '100000001',
    home: HOME,
    from: plainDate('2026-11-16'),
    to: plainDate('2027-05-15'),
    ...given,
  };
}

const officesOf = (outcome: ReturnType<typeof assignNearest>): Record<string, string> =>
  Object.fromEntries(outcome.assignments.map(({ decisionId, officeId }) => [decisionId, officeId]));

describe('who has not chosen in time gets the nearest', () => {
  test('of those that are open, in force and have room', () => {
    const contracts = [
      north('closed', 1, { openForChoice: false }),
      north('over', 2, { to: plainDate('2026-11-16') }),
      north('full', 3, { capacity: 1, heldUntil: [plainDate('2026-12-01')] }),
      north('near', 4),
      north('far', 5),
    ];
    const { assignments } = assignNearest([waiting('a')], contracts, TODAY);
    expect(assignments).toMatchObject([{ officeId: 'office of near' }]);
    // 0,003°, 0,004° and 0,005° of a great circle of 2π · 6 371 000 m.
    expect(assignments[0]?.compared.map(({ metres }) => metres)).toEqual([334, 445, 556]);
    expect(assignments[0]?.compared[0]).toMatchObject({ contractId: 'full', placesTaken: 1, capacity: 1 });
  });

  test('by the nearest of a provider’s premises', () => {
    const two = contract('two', {
      premises: [
        { officeId: 'across the county', lat: 56.5, lon: 15.59 },
        { officeId: 'round the corner', lat: 56.161, lon: 15.59 },
      ],
    });
    expect(officesOf(assignNearest([waiting('a')], [north('one', 2), two], TODAY))).toEqual({
      a: 'round the corner',
    });
  });

  test('in the order of the day the decision arrived, then the reference, while places fill', () => {
    const people = [
      waiting('late', { arrivedOn: plainDate('2026-11-07'), reference: '100000001' }),
      waiting('second', { reference: '100000003' }),
      waiting('first', { reference: '100000002' }),
    ];
    const contracts = [north('small', 1, { capacity: 2 }), north('large', 2)];
    expect(officesOf(assignNearest(people, contracts, TODAY))).toEqual({
      first: 'office of small',
      second: 'office of small',
      late: 'office of large',
    });
  });

  test('where a place that becomes free before they begin is a place', () => {
    const full = north('small', 1, { capacity: 1, heldUntil: [plainDate('2026-12-01')] });
    const later = { from: plainDate('2026-12-01') };
    const outcome = assignNearest(
      [waiting('now'), waiting('later', later)],
      [full, north('large', 2)],
      TODAY,
    );
    expect(officesOf(outcome)).toEqual({ now: 'office of large', later: 'office of small' });
  });

  test('and nobody where all are full: then nothing is assigned', () => {
    const outcome = assignNearest([waiting('a'), waiting('b')], [contract('only', { capacity: 1 })], TODAY);
    expect(outcome.assignments.map(({ decisionId }) => decisionId)).toEqual(['a']);
    expect(outcome.without).toEqual(['b']);
  });

  test('who stands first in their own list that day, also where the home is not known', () => {
    const office = fc.record({ lat: fc.double({ min: 55, max: 57, noNaN: true }), lon: fc.constant(15) });
    const homes = fc.option(fc.constant(HOME), { nil: null });
    fc.assert(
      fc.property(
        fc.array(office, { minLength: 1, maxLength: 8 }),
        homes,
        fc.uuid(),
        (places, home, participantId) => {
          // Every place twice: ties are common.
          const contracts = [...places, ...places].map((place, at) =>
            contract(`c${at}`, { premises: [{ officeId: `o${at}`, ...place }] }),
          );
          const cards = contracts.flatMap(({ contractId, premises }) =>
            premises.map(({ officeId, ...place }) => ({
              officeId,
              contractId,
              metres: home === null ? null : metresBetween(home, place),
            })),
          );
          const [first] = listForChoice(cards.map(asCard), NO_FILTER, seedOf(participantId, TODAY));
          const { assignments } = assignNearest([waiting('a', { participantId, home })], contracts, TODAY);
          expect(assignments[0]?.officeId).toBe(first?.officeId);
        },
      ),
      { seed: 20_261_116, numRuns: 200 },
    );
  });
});

type Card = { readonly officeId: string; readonly contractId: string; readonly metres: number | null };

function asCard(card: Card): Parameters<typeof listForChoice>[0][number] {
  return {
    ...card,
    name: card.contractId,
    street: '',
    place: '',
    phone: null,
    openingHours: null,
    ownWords: '',
    languages: [],
    forms: [],
    accessibility: [],
    presentation: null,
    contractFrom: TODAY,
    rating: { kind: 'none', because: 'notMeasured' },
    participantsNow: 0,
    placesLeft: 1,
  };
}

/** Without the module: each in turn looks at every premises, and takes the best that has room. */
function plainSearch(
  people: readonly WaitingDecision[],
  contracts: readonly AreaContract[],
): Record<string, string> {
  const given = new Map<string, number>();
  const found: Record<string, string> = {};
  const turns = people.toSorted((a, b) => (a.arrivedOn + a.reference < b.arrivedOn + b.reference ? -1 : 1));
  for (const { decisionId, participantId, home } of turns) {
    let best: { at: readonly [number, number]; officeId: string; contractId: string } | null = null;
    for (const { contractId, premises, capacity } of contracts) {
      if ((given.get(contractId) ?? 0) >= capacity) continue;
      for (const { officeId, ...place } of premises) {
        const metres = home === null ? 0 : metresBetween(home, place);
        const at = [metres, scramble(`${participantId} ${TODAY} ${contractId}`)] as const;
        if (best === null || at[0] < best.at[0] || (at[0] === best.at[0] && at[1] < best.at[1]))
          best = { at, officeId, contractId };
      }
    }
    if (best === null) continue;
    found[decisionId] = best.officeId;
    given.set(best.contractId, (given.get(best.contractId) ?? 0) + 1);
  }
  return found;
}

test('any crowd is assigned as a plain search would, one by one over all premises', () => {
  // A coarse net of places: many are equally near.
  const place = fc.record({ lat: fc.integer({ min: 0, max: 4 }), lon: fc.integer({ min: 0, max: 4 }) });
  const crowd = fc.array(
    fc.record({ home: fc.option(place, { nil: null }), day: fc.integer({ min: 1, max: 3 }) }),
    { maxLength: 25 },
  );
  const area = fc.array(fc.record({ place, capacity: fc.integer({ min: 0, max: 6 }) }), { maxLength: 8 });
  fc.assert(
    fc.property(crowd, area, fc.integer({ min: 1, max: 999 }), (people, offices, salt) => {
      const contracts = offices.map(({ place: at, capacity }, index) =>
        contract(`c${index}`, { capacity, premises: [{ officeId: `o${index}`, ...at }] }),
      );
      const line = people.map(({ home, day }, index) =>
        waiting(`d${index}`, {
          participantId: `p${index} ${salt}`,
          home,
          arrivedOn: plainDate(`2026-11-0${day}`),
          reference:
            String(100_000_000 + ((index * 7919 * salt) % 1_000_003)).padStart(9, '0') + String(index),
        }),
      );
      expect(officesOf(assignNearest(line, contracts, TODAY))).toEqual(plainSearch(line, contracts));
    }),
    { seed: 20_261_117, numRuns: 300 },
  );
});

test.each([2, 3, 5, 8])(
  'over 10 000 seeds each of %i equally near stands first as often as chance would have it',
  (count) => {
    const ids = Array.from({ length: count }, (_, at) => `contract-${at}`);
    const first = new Map<string, number>();
    for (let seed = 0; seed < 10_000; seed += 1) {
      const [best = ''] = ids.toSorted(compareSeeded(seedOf(`participant-${seed}`, TODAY)));
      first.set(best, (first.get(best) ?? 0) + 1);
    }
    // 99,9 % of a binomial distribution lies within 3,29 standard deviations.
    const [mean, deviation] = [10_000 / count, Math.sqrt((10_000 * (count - 1)) / count ** 2)];
    for (const id of ids) expect(Math.abs((first.get(id) ?? 0) - mean)).toBeLessThan(3.29 * deviation);
  },
);
