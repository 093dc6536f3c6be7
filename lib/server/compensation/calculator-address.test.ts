import { describe, expect, test } from 'vitest';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { calculatorAddress } from '#lib/server/compensation/calculator-address.ts';
import { calculatorPage } from '#lib/server/compensation/calculator-page.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-05-12');
const reports = {
  'reports.0.month': '2026-02',
  'reports.0.submittedOn': '2026-03-05',
  'reports.1.month': '2026-03',
  'reports.1.submittedOn': '2026-04-05',
};
const lead = (form: Record<string, string>): string => calculatorAddress(new URLSearchParams(form));
/** The page that an address shows. */
const pageAt = (address: string) =>
  calculatorPage(
    new URL(address, 'http://portal.test').searchParams,
    [{ id: 'a', name: 'A', document: rom2 }],
    today,
  );

describe('the form leads to its own address', () => {
  test('without what is empty, to the result', () => {
    expect(lead({ agreement: 'a', level: 'B', end: '', own: 'not chosen' })).toBe(
      '/calculator?agreement=a&level=B#result',
    );
  });

  test('with an agreement of one’s own, which is there again to be read', () => {
    const page = pageAt(lead({ agreement: 'own', own: JSON.stringify(rom2), level: 'B' }));
    expect(page.own).toBe(JSON.stringify(rom2, null, 2));
    expect(pageAt(page.address).own).toBe(page.own);
    expect(pageAt(lead({ agreement: 'own', own: '{ "id":' })).own).toBe('{ "id":');
  });

  test('never one that is longer than the gate lets through', () => {
    const noise = Array.from({ length: 4000 }, (_, n) => String((n * 7919) % 9973)).join(' ');
    const address = lead({ agreement: 'own', own: noise, level: 'B' });
    expect(address.length).toBeLessThan(4096);
    expect(pageAt(address).calculation).toMatchObject({ faults: [{ pointer: '/own', code: 'ownTooLarge' }] });
    // The fullest form there can be, each value as long as it may be.
    const names = ['periods', 'reports', 'absences', 'spells'].flatMap((list) =>
      Array.from({ length: 24 }, (_, row) =>
        ['from', 'month', 'date', 'submittedOn'].map((member) => `${list}.${row}.${member}`),
      ).flat(),
    );
    expect(lead(Object.fromEntries(names.map((name) => [name, '%'.repeat(64)]))).length).toBeLessThan(4096);
  });

  test('a button that adds a row calculates nothing, and comes back to its list', () => {
    const address = lead({ agreement: 'a', ...reports, add: 'reports' });
    expect(address).toMatch(/&edit=reports#reports$/);
    expect(pageAt(address)).toMatchObject({ editing: 'reports', calculation: null });
  });

  test('a button that removes a row leaves the others', () => {
    const page = pageAt(lead({ agreement: 'a', ...reports, remove: 'reports.0' }));
    expect(page.state.reports).toMatchObject([{ month: '2026-03' }]);
    expect(page.editing).toBe('reports');
    expect(lead({ agreement: 'a', remove: 'nothing.0' })).toBe('/calculator?agreement=a#result');
  });
});

test('before anything is filled in the first example stands in the form, and nothing is calculated', () => {
  const page = pageAt('/calculator');
  expect(page.calculation).toBe(null);
  expect(page.state).toMatchObject({ fields: { agreement: 'a', level: 'B' }, reports: [{}, {}, {}] });
  expect(pageAt('/calculator?utm=x&own=x')).toMatchObject({ calculation: null, own: '' });
});
