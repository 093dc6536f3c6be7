import { expect, test } from 'vitest';
import { currentPlace } from '#components/frame/current-place.ts';

const places = [{ href: '/provider' }, { href: '/provider/reports' }, { href: '/provider/participants' }];

test('a page below a place is in that place', () => {
  expect(currentPlace(places, '/provider/reports/2026-10')).toBe('/provider/reports');
});

test('the nearest place counts, not the first page above all', () => {
  expect(currentPlace(places, '/provider/reports')).toBe('/provider/reports');
  expect(currentPlace(places, '/provider')).toBe('/provider');
  expect(currentPlace(places, '/provider/settings')).toBe('/provider');
});

test('a name that only begins alike is another place', () => {
  expect(currentPlace([{ href: '/provider/report' }], '/provider/reports')).toBeUndefined();
  expect(currentPlace(places, '/review')).toBeUndefined();
});
