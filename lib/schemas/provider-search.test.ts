import { describe, expect, it } from 'vitest';
import { providerSearchQuery } from '#lib/schemas/provider-search.ts';

const nothing = {
  q: '',
  area: null,
  near: null,
  language: null,
  meeting: null,
  access: null,
  field: null,
  order: 'nearest',
  page: 1,
};

describe('the query of the public search', () => {
  it('asks for nothing where nothing is said, and is read leniently', () => {
    expect(providerSearchQuery.parse({})).toEqual(nothing);
    const broken = { q: ['a', 'b'], near: ' ', meeting: 'by pigeon', field: 'magic', order: '?', page: '-3' };
    expect(providerSearchQuery.parse(broken)).toEqual(nothing);
  });

  it('says what was asked for', () => {
    const asked = { q: ' steg ', near: 'Köping ', field: 'care', order: 'name', page: '2' };
    expect(providerSearchQuery.parse(asked)).toEqual({
      ...nothing,
      q: 'steg',
      near: 'Köping',
      field: 'care',
      order: 'name',
      page: 2,
    });
  });
});
