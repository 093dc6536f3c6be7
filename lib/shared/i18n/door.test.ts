import { expect, test } from 'vitest';
import { isSharedDoor, isStaffDoor } from '#lib/shared/i18n/door.ts';

test.each([
  '/provider/months/2026-05',
  '/review?page=2',
  '/protected/x',
  '/admin',
  '/api-docs',
  '/confirm/x',
])('%s is for staff', (path) => {
  expect(isStaffDoor(path)).toBe(true);
});

test.each(['/', '/participant/choose', '/providers?q=a', '/login', '/notifications', '/nowhere'])(
  '%s is met in eight languages',
  (path) => {
    expect(isStaffDoor(path)).toBe(false);
  },
);

test.each([
  ['/notifications', true],
  ['/notifications/choices?attempt=x', true],
  ['/participant', false],
  ['/provider/notifications', false],
])('%s is for staff and participants alike: %s', (path, shared) => {
  expect(isSharedDoor(path)).toBe(shared);
});
