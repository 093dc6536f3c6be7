import { expect, test } from 'vitest';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ['', ''],
])('%s counts as %s', (address, id) => {
  expect(addressSubject(new Headers({ 'x-forwarded-for': address }))).toEqual({ kind: 'address', id });
});

test('who came by no gate counts with everybody else who did', () => {
  expect(addressSubject(new Headers())).toEqual({ kind: 'address', id: '' });
});
