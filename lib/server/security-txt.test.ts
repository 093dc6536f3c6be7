import { expect, test } from 'vitest';
import { securityTxt } from '#lib/server/security-txt.ts';

test('whoever has found a hole is told where to turn, for a month from now', () => {
  const text = securityTxt({
    contact: 'mailto:security@portal.example',
    portalUrl: 'https://portal.example',
    now: new Date('2026-05-12T09:00:00Z'),
  });
  expect(text.split('\n')).toEqual([
    'Contact: mailto:security@portal.example',
    'Expires: 2026-06-11T09:00:00.000Z',
    'Preferred-Languages: sv, en',
    'Canonical: https://portal.example/.well-known/security.txt',
    '',
  ]);
});
