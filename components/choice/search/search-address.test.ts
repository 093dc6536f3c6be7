import { describe, expect, it } from 'vitest';
import { askedNames, searchAddress } from '#components/choice/search/search-address.ts';
import { providerSearchQuery } from '#lib/schemas/provider-search.ts';

const read = (query: Record<string, string>) => providerSearchQuery.parse(query);

describe('the address of a search', () => {
  it('says what is asked for and nothing else', () => {
    expect(searchAddress('/providers', read({}))).toBe('/providers');
    expect(searchAddress('/providers', read({ q: 'å ä', near: 'Köping', order: 'name' }), 2)).toBe(
      '/providers?q=%C3%A5+%C3%A4&near=K%C3%B6ping&order=name&page=2',
    );
    expect(askedNames(read({ q: ' ', field: 'care', page: '3' }))).toEqual(['field']);
  });

  it('leads back to the same search', () => {
    const query = read({ q: 'a&b=c', area: 'Umeå', near: 'Hestra, Jönköpings län', meeting: 'distance' });
    const address = new URL(searchAddress('/providers', query), 'https://portal.example');
    expect(read(Object.fromEntries(address.searchParams))).toEqual(query);
  });
});
