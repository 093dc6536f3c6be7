import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChoiceFilter, choicesIn, NO_FILTER, without } from '#lib/domain/choice/choice-filter.ts';
import { listForChoice, namedElsewhere, relaxationsOf } from '#lib/domain/choice/choice-list.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const provider = (officeId: string, change: Partial<ChoiceProvider> = {}): ChoiceProvider => ({
  officeId,
  contractId: `contract of ${officeId}`,
  name: officeId,
  street: 'Skissgatan 1',
  place: 'Västerås',
  phone: null,
  openingHours: null,
  ownWords: '',
  languages: ['sv'],
  forms: ['onSite'],
  accessibility: [],
  presentation: null,
  contractFrom: plainDate('2026-01-01'),
  rating: { kind: 'none', because: 'notMeasured' },
  metres: 1000,
  participantsNow: 0,
  placesLeft: 10,
  ...change,
});
const seen = (
  providers: readonly ChoiceProvider[],
  filter: Partial<ChoiceFilter> = {},
  seed = 'seed',
): string[] => listForChoice(providers, { ...NO_FILTER, ...filter }, seed).map(({ officeId }) => officeId);

const near = provider('Ek', {
  metres: 600,
  languages: ['sv', 'ar'],
  forms: ['onSite', 'video'],
  placesLeft: 2,
});
const far = provider('Al', { metres: 3900, accessibility: ['lift'], placesLeft: 9 });
const distance = provider('Åsa', { metres: 1200, forms: ['phone'], languages: ['so'], placesLeft: 5 });
const all = [far, distance, near];

describe('the list of providers', () => {
  it('shows everybody, the nearest first', () => {
    expect(seen(all)).toEqual(['Ek', 'Åsa', 'Al']);
  });

  it('is in another order only when the participant asks for it', () => {
    expect(seen(all, { order: 'name' })).toEqual(['Al', 'Ek', 'Åsa']);
    expect(seen(all, { order: 'places' })).toEqual(['Al', 'Åsa', 'Ek']);
  });

  it('is searched by a part of the name, capitals or not', () => {
    expect(seen(all, { name: ' åS ' })).toEqual(['Åsa']);
    expect(seen(all, { name: 'x' })).toEqual([]);
  });

  it('can be narrowed by language, by how one meets, and by the premises', () => {
    expect(seen(all, { language: 'ar' })).toEqual(['Ek']);
    expect(seen(all, { meeting: 'onSite' })).toEqual(['Ek', 'Al']);
    expect(seen(all, { meeting: 'distance' })).toEqual(['Ek', 'Åsa']);
    expect(seen(all, { accessibility: 'lift' })).toEqual(['Al']);
    expect(choicesIn(all)).toEqual({
      languages: ['sv', 'so', 'ar'],
      accessibility: ['lift'],
      support: [],
      fields: [],
    });
  });

  it('can be narrowed by what a provider has had approved that it is good at', () => {
    const presentation = {
      goodAt: '',
      support: ['languageSkills'],
      fields: ['care' as const],
      languages: [],
      accessibility: [],
      gettingThere: '',
      firstMeeting: '',
    };
    const listed = [...all, provider('Presented', { metres: 1, presentation })];
    expect(seen(listed, { support: 'languageSkills' })).toEqual(['Presented']);
    expect(seen(listed, { field: 'care' })).toEqual(['Presented']);
    expect(seen(listed, { field: 'it' })).toEqual([]);
    expect(choicesIn(listed)).toMatchObject({ support: ['languageSkills'], fields: ['care'] });
  });

  it('says, where nothing fits, what to leave out and how many there are then', () => {
    const filter = { ...NO_FILTER, language: 'ar', meeting: 'onSite' as const, accessibility: 'lift' };
    expect(seen(all, filter)).toEqual([]);
    // Without the language there is Al, without the premises Ek; without the way of meeting still nobody.
    expect(relaxationsOf(all, filter)).toEqual([
      { drop: 'language', total: 1 },
      { drop: 'accessibility', total: 1 },
    ]);
  });

  it('never leaves one who was searched for by name unsaid because of what else was asked for', () => {
    const filter = { ...NO_FILTER, name: 'al', language: 'ar' };
    expect(namedElsewhere(all, filter)).toEqual(['Al']);
    expect(namedElsewhere(all, { ...filter, language: null })).toEqual([]);
    expect(namedElsewhere(all, { ...filter, name: '' })).toEqual([]);
  });

  it('of any filter finds the same number as leaving that thing out would', () => {
    const filters = fc.record({
      name: fc.constantFrom('', 'a', 'e'),
      language: fc.constantFrom(null, 'ar', 'so', 'fi'),
      meeting: fc.constantFrom(null, 'onSite' as const, 'distance' as const),
      accessibility: fc.constantFrom(null, 'lift'),
    });
    fc.assert(
      fc.property(filters, (asked) => {
        const filter = { ...NO_FILTER, ...asked };
        for (const { drop, total } of relaxationsOf(all, filter)) {
          expect(seen(all, without(filter, drop))).toHaveLength(total);
        }
      }),
      { seed: 20_261_118 },
    );
  });

  it('has one equal card for each contract: its nearest office that fits', () => {
    const contractId = 'two offices';
    const here = provider('here', { contractId, metres: 100 });
    const there = provider('there', { contractId, metres: 200, accessibility: ['ramp'] });
    expect(seen([there, here])).toEqual(['here']);
    expect(seen([there, here], { accessibility: 'ramp' })).toEqual(['there']);
  });

  it('puts those whose distance is not known last, in no order of anybody’s choosing', () => {
    const homeless = ['a', 'b', 'c', 'd'].map((id) => provider(id, { metres: null }));
    expect(seen([...homeless, near])[0]).toBe('Ek');
    const orders = new Set(Array.from({ length: 60 }, (_, day) => seen(homeless, {}, `p ${day}`).join('')));
    expect(orders.size).toBeGreaterThan(10);
  });

  it('holds the same cards whatever order they were stored in, and never puts a farther one before a nearer', () => {
    const providers = fc.uniqueArray(
      fc.record({ id: fc.uuid(), metres: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 5 })) }),
      { selector: ({ id }) => id, maxLength: 15 },
    );
    fc.assert(
      fc.property(providers, fc.string(), (given, seed) => {
        const cards = given.map(({ id, metres }) => provider(id, { metres }));
        const list = listForChoice(cards, NO_FILTER, seed);
        expect(listForChoice(cards.toReversed(), NO_FILTER, seed)).toEqual(list);
        expect(list).toHaveLength(cards.length);
        const metres = list.map((card) => card.metres ?? Infinity);
        expect(metres).toEqual(metres.toSorted((a, b) => (a === b ? 0 : a - b)));
      }),
      { seed: 20_260_105 },
    );
  });
});
