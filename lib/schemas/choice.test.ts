import { describe, expect, it } from 'vitest';
import { choiceFilterQuery, compareQuery } from '#lib/schemas/choice.ts';

describe('the query of a list of providers', () => {
  it('filters nothing when nothing is asked for, and is read leniently', () => {
    const nothing = {
      filter: {
        name: '',
        language: null,
        meeting: null,
        accessibility: null,
        support: null,
        field: null,
        order: 'nearest',
      },
      page: 1,
    };
    expect(choiceFilterQuery.parse({})).toEqual(nothing);
    const broken = { q: ['a', 'b'], language: '', meeting: 'by pigeon', order: '?', page: '-3', access: ' ' };
    expect(choiceFilterQuery.parse(broken)).toEqual(nothing);
  });

  it('says what was asked for', () => {
    const asked = {
      q: ' steg ',
      language: 'so',
      meeting: 'distance',
      access: 'lift',
      field: 'care',
      order: 'name',
      page: '2',
    };
    expect(choiceFilterQuery.parse(asked)).toEqual({
      filter: {
        name: 'steg',
        language: 'so',
        meeting: 'distance',
        accessibility: 'lift',
        support: null,
        field: 'care',
        order: 'name',
      },
      page: 2,
    });
  });
});

describe('what is compared', () => {
  const ids = [1, 2, 3, 4].map((n) => `0190c5d0-0000-7000-8000-00000000000${n}`);

  it('is at most three different offices', () => {
    expect(compareQuery.parse({ compare: ids })).toEqual({ officeIds: ids.slice(0, 3), tooMany: true });
    expect(compareQuery.parse({ compare: [ids[0], ids[0], 'x'] })).toEqual({
      officeIds: [ids[0]],
      tooMany: false,
    });
    expect(compareQuery.parse({ compare: ids[1] })).toEqual({ officeIds: [ids[1]], tooMany: false });
    expect(compareQuery.parse({})).toEqual({ officeIds: [], tooMany: false });
  });
});
