import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REGISTER } from '#lib/domain/data-protection/register.ts';
import { registerPage } from '#lib/domain/data-protection/register-page.ts';
import { tableTitle } from '#lib/domain/data-protection/table-words.ts';

test('the document that people read says what the register says: npm run data-protection', () => {
  expect(readFileSync('docs/data-protection.md', 'utf8')).toBe(registerPage());
});

test('every table that holds something personal has a name in Swedish', () => {
  const named = REGISTER.filter(
    ({ retention, columns }) => retention !== 'none' || columns.hand !== undefined,
  );
  expect(named.filter(({ table }) => tableTitle(table) === table).map(({ table }) => table)).toEqual([]);
});
