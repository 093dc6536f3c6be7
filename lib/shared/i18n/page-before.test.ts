import { expect, test } from 'vitest';
import { pageBefore } from '#lib/shared/i18n/page-before.ts';

const portal = 'https://portal.example';

test.each<[string, string | null, string | null, string]>([
  [
    'what the browser says goes first',
    `${portal}/participant/choose?near=1`,
    '/login',
    '/participant/choose?near=1',
  ],
  [
    'a refused form stays',
    `${portal}/participant/plan?attempt=7`,
    '/participant',
    '/participant/plan?attempt=7',
  ],
  ['the first page is a page, too', `${portal}/`, '/login', '/'],
  ['else the form’s own word counts', null, '/words?x=1', '/words?x=1'],
  ['an address that only takes what is sent is no page', `${portal}/api/session/logout`, '/words', '/words'],
  ['nothing leads to another site', 'https://evil.example//other.example', '//evil.example', '/'],
  ['nothing said is the first page', null, null, '/'],
  ['what is no address is not followed', 'portal', '/words', '/words'],
])('%s', (_, referer, back, page) => {
  expect(pageBefore(referer, back)).toBe(page);
});
