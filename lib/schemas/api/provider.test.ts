import { expect, test } from 'vitest';
import { listProviders } from '#lib/schemas/api/provider.ts';

const read = (address: object) => listProviders.address?.safeParse(address);

test.each(['56.16,15.58', '-90,180', '90.0,-180.00', '0,0', '89.99999999,179.5'])(
  'a place on earth is %s',
  (near) => {
    expect(read({ near })?.success).toBe(true);
  },
);

test.each(['99,999', '90.1,15', '56,180.5', '56,181', '56', 'Lund', ''])(
  'no place on earth is %j',
  (near) => {
    expect(read({ near })?.success).toBe(false);
  },
);

test('spaces round a name are not part of it, as on the page', () => {
  expect(read({ q: '  steget ' })?.data).toEqual({ q: 'steget' });
});
