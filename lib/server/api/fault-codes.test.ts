import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BLOCKING_CHECKS, faultCodes } from '#lib/schemas/api/fault-codes.ts';
import { apiWords } from '#lib/server/api/api-words.ts';

const explained = Object.values(faultCodes('sv'))
  .flat()
  .map(({ code }) => code);

function codesIn(files: readonly string[], pattern: RegExp): readonly string[] {
  return files
    .filter((file) => file.endsWith('.ts') && !/\.i?test\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, code = '']) => code));
}

const filesOf = (folder: string): readonly string[] => readdirSync(folder).map((name) => `${folder}/${name}`);

test('every code that the ways of the API give is explained', () => {
  const ways = [
    ...filesOf('lib/server/api'),
    ...['submit-rows', 'sort-submission', 'rows-route'].map((name) => `lib/server/report/${name}.ts`),
    'lib/schemas/api/request-fault.ts',
  ];
  const given = codesIn(ways, /\bcode: '(\w+)'/g);
  expect(given).toEqual(expect.arrayContaining(['DRAFT_EXISTS', 'tooManyRows']));
  for (const code of given) expect(explained).toContain(code);
});

test('every check that keeps a report out is explained, and no other', () => {
  const folder = filesOf('lib/domain/report/checks');
  const blocking = codesIn(folder, /code: '([A-Z_]+)',\s*severity: 'block'/g);
  expect(new Set(blocking)).toEqual(new Set(BLOCKING_CHECKS));
});

test('every code of an element to calculate is explained, and no other', () => {
  const files = ['reader', 'validate', 'validate-agreement', 'validate-facts', 'evaluate-input'];
  const told = codesIn(
    files.map((name) => `lib/domain/compensation/${name}.ts`),
    /(?:\btell(?:Missing)?\((?:[^;]*?,\s*)|code: |\?\s)'([a-z][A-Za-z]+)',\s*['`m]/g,
  );
  const words = Object.keys(apiWords('sv').calculation);
  for (const code of told) expect(words).toContain(code);
  for (const code of words) {
    expect(
      files.some((name) => readFileSync(`lib/domain/compensation/${name}.ts`, 'utf8').includes(`'${code}'`)),
    ).toBe(true);
  }
});

test('each code is explained once, in words of both languages', () => {
  expect(new Set(explained).size + 1).toBe(explained.length);
  const english = Object.values(faultCodes('en')).flat();
  expect(english.map(({ code }) => code)).toEqual(explained);
  for (const { message, fix } of english)
    expect([message, fix].every((words) => words.length > 3)).toBe(true);
});
