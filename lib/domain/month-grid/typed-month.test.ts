import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { GRID_FIELDS, MINUTES_FIELDS, partsOf } from '#lib/domain/month-grid/grid-field.ts';
import {
  cellText,
  readTyped,
  sameTyped,
  shownText,
  toTyped,
  withoutBlanks,
} from '#lib/domain/month-grid/typed-month.ts';
import { EMPTY_CONTENT, inOrder, type ReportContent } from '#lib/domain/report/report-content.ts';

const OPTIONS = { minuteStep: 15, locale: 'sv' } as const;

const languages = fc.constantFrom(
  null,
  'ar',
  'kmr',
  'zh-Hans',
  'pt-BR',
  'ja',
  'no',
  'nej',
  'yes',
  'JA',
  'twi',
  'AR',
  'iw',
);
const active = fc
  .record({
    fields: fc.uniqueArray(fc.constantFrom(...MINUTES_FIELDS)),
    steps: fc.infiniteStream(fc.integer({ min: 1, max: 2976 })),
    languageSupport: languages,
    jobSuggestions: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ fields, steps, languageSupport, jobSuggestions }): ReportContent => {
    const minutes = [...steps.take(fields.length)];
    return inOrder({
      rows: fields.map((field, index) => ({ ...partsOf(field), minutes: 15 * (minutes[index] ?? 1) })),
      languageSupport,
      jobSuggestions,
      noActivityReason: null,
    });
  });
const inactive = fc
  .constantFrom(...ABSENCE_REASONS)
  .map((noActivityReason): ReportContent => ({ ...EMPTY_CONTENT, noActivityReason }));
const junk = fc.string({ maxLength: 12 }).map((text) => `?${text}`);

describe('a month as it is typed', () => {
  test('reads back to what it was made of, and what cannot be read stays as it was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(active, inactive),
        fc.dictionary(fc.constantFrom(...GRID_FIELDS), junk),
        (content, given) => {
          const taken = toTyped(content);
          const unread = GRID_FIELDS.flatMap((field) =>
            taken[field] === undefined && given[field] !== undefined ? [{ field, text: given[field] }] : [],
          );
          // A reason beside anything else is not certain.
          fc.pre(content.noActivityReason === null || unread.length === 0);
          const read = readTyped(toTyped(content, unread), OPTIONS);
          expect(read.content).toEqual(content);
          expect(read.unread).toEqual(unread);
        },
      ),
    );
  });

  test('never loses a text: each cell is read, means nothing, or is kept with what is wrong', () => {
    const typed = fc.dictionary(fc.constantFrom(...GRID_FIELDS), fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(typed, (given) => {
        const { content, unread, problems } = readTyped(given, OPTIONS);
        expect(Object.keys(problems).toSorted()).toEqual(unread.map(({ field }) => field).toSorted());
        for (const { field, text } of unread) expect(text).toBe(given[field]);
        const again = toTyped(content, unread);
        expect(
          sameTyped(toTyped(readTyped(again, OPTIONS).content, readTyped(again, OPTIONS).unread), again),
        ).toBe(true);
      }),
    );
  });

  const faults = (typed: Parameters<typeof readTyped>[0]) =>
    Object.fromEntries(
      Object.entries(readTyped(typed, OPTIONS).problems).map(([field, problems]) => [
        field,
        problems.map(({ code, fix }) => `${code}: ${fix}`),
      ]),
    );

  test('a decimal without unit is not guessed', () => {
    expect(faults({ 'mapping:onSite': '1,5', 'health:video': '1,33' })).toEqual({
      'mapping:onSite': ['minutesUnit: Menar du 1,5 timmar? Skriv 1:30 eller 90.'],
      'health:video': ['minutesUnit: Skriv timmar och minuter som 1:30, eller minuter som 90.'],
    });
  });

  test('what is no step of minutes is told, and hours are asked for where it is likely that they are', () => {
    expect(faults({ 'mapping:onSite': '2', 'mapping:video': '50' })).toEqual({
      'mapping:onSite': ['minutesStep: Menar du 2 timmar? Skriv 2:00. Menar du minuter? Avrunda dem.'],
      'mapping:video': ['minutesStep: Avrunda till exempel till 45.'],
    });
  });

  test('a yes does not say which language', () => {
    expect(faults({ languageSupport: 'Ja' })).toEqual({
      languageSupport: ['languageWhich: Skriv språket, till exempel arabiska.'],
    });
  });

  test.each([
    ['Arabiska', 'ar'],
    ['arabic', 'ar'],
    ['Kinesiska', 'zh-Hans'],
    ['sorani', 'ckb'],
    ['japanska', 'ja'],
    ['nej', null],
    ['No', null],
    ['-', null],
  ])('language support %j is %j', (text, tag) => {
    expect(readTyped({ languageSupport: text }, OPTIONS).content.languageSupport).toBe(tag);
  });

  test('a reason is given by its code or its name, and not beside minutes', () => {
    expect(readTyped({ noActivityReason: 'Vård av barn' }, OPTIONS).content.noActivityReason).toBe(
      'careOfChild',
    );
    expect(faults({ noActivityReason: 'sick', 'mapping:onSite': '60' })).toEqual({
      noActivityReason: ['noneWithOthers: Ta bort orsaken, eller minuterna.'],
    });
    expect(Object.keys(faults({ noActivityReason: 'semester' }))).toEqual(['noActivityReason']);
  });

  test('zero is nothing done', () => {
    expect(readTyped({ 'mapping:onSite': '0:00', jobSuggestions: '0' }, OPTIONS)).toEqual({
      content: EMPTY_CONTENT,
      unread: [],
      problems: {},
    });
  });
});

test('a cell shows what was read of it', () => {
  expect(shownText('mapping:onSite', ' 90 ', OPTIONS)).toBe('1:30');
  expect(shownText('mapping:onSite', 'x', OPTIONS)).toBe('x');
  expect(shownText('languageSupport', 'persiska', OPTIONS)).toBe('fa');
  expect(shownText('jobSuggestions', '03', OPTIONS)).toBe('3');
});

test('every activity has its columns, own work one without form', () => {
  expect(MINUTES_FIELDS).toHaveLength(3 * ACTIVITY_CODES.length + 1);
  expect(withoutBlanks({ 'mapping:onSite': ' ', 'mapping:video': ' 1 ' })).toEqual({ 'mapping:video': '1' });
});

test('a cell keeps letters: control characters are spaces, and no letter is cut in two', () => {
  expect(cellText('1:00\u0001\t')).toBe('1:00  ');
  expect(cellText(`${'x'.repeat(199)}\u{1F600}`)).toBe(`${'x'.repeat(199)}\uFFFD`);
});
