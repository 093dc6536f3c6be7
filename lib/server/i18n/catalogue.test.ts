import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Feature, messagesFor, messagesOf, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { type Locale, STAFF_LOCALES } from '#lib/shared/i18n/locale.ts';
import { PARTICIPANT_LOCALES, readFeature, readParticipantMessages } from '#scripts/i18n/catalogue-files.ts';
import { shapeOf } from '#scripts/i18n/message-shape.ts';
import { translationFaults } from '#scripts/i18n/translation-faults.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the catalogue are its features
const FEATURES = Object.keys(messagesFor('sv')) as Feature[];

function filesOf(locale: Locale): string[] {
  return readdirSync(new URL(`../../shared/i18n/${locale}/`, import.meta.url))
    .map((name) => name.replace(/\.json$/, ''))
    .toSorted();
}

const swedish = new Map(FEATURES.flatMap((feature) => [...readFeature('sv', feature)]));
const english = new Map(FEATURES.flatMap((feature) => [...readFeature('en', feature)]));
const participants = [...readParticipantMessages('sv')];

describe('the catalogues', () => {
  test.each(STAFF_LOCALES)('every file of %s is in its catalogue', (locale) => {
    expect(Object.keys(messagesFor(locale)).toSorted()).toEqual(filesOf(locale));
  });

  test('say the same things in Swedish and English', () => {
    expect([...english.keys()].toSorted()).toEqual([...swedish.keys()].toSorted());
  });

  test.each([...swedish])('%s takes the same arguments in English', (key, message) => {
    expect(shapeOf(english.get(key) ?? '')).toEqual(shapeOf(message));
  });

  test.each([...swedish, ...english])('%s has words', (_, message) => {
    expect(message.trim()).not.toBe('');
    expect(message).toBe(message.trim());
  });

  test('only the features asked for are sent to a browser', () => {
    expect(Object.keys(messagesOf('en', ['ui']))).toEqual(['ui']);
    expect(messagesOf('en', ['ui']).ui).toEqual(messagesFor('en').ui);
  });
});

describe.each(PARTICIPANT_LOCALES)('what participants read in %s', (locale) => {
  const own = readParticipantMessages(locale);

  test('is in a file for each feature, and nothing beside them', () => {
    expect(filesOf(locale)).toEqual([...PARTICIPANT_FEATURES].toSorted());
  });

  test('is all there: no missing key', () => {
    expect(participants.filter(([key]) => !own.has(key)).map(([key]) => key)).toEqual([]);
  });

  test('can stand for the Swedish: the same arguments, and the plurals of the language', () => {
    const source = new Map(participants);
    const faults = [...own].flatMap(([key, text]) =>
      translationFaults(locale, source.get(key), text).map((fault) => `${key}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('reaches the page: the catalogue holds every file', () => {
    const messages = JSON.stringify(messagesFor(locale));
    expect([...own].filter(([, text]) => !messages.includes(JSON.stringify(text)))).toEqual([]);
  });
});

describe('the comparison of arguments', () => {
  test('tells a missing argument, another kind and a missing choice', () => {
    expect(shapeOf('Sida {page}')).not.toEqual(shapeOf('Page'));
    expect(shapeOf('{n} saker')).not.toEqual(shapeOf('{n, plural, one {# thing} other {# things}}'));
    expect(shapeOf('{x, select, a {A} other {B}}')).not.toEqual(shapeOf('{x, select, b {A} other {B}}'));
    expect(shapeOf('<b>{n}</b>')).not.toEqual(shapeOf('{n}'));
  });

  test('sees through plural forms that a language has more of, and a number put in by name', () => {
    const more = '{n, plural, one {# dag} =0 {ingen dag} other {{n} dagar}}';
    expect(shapeOf(more)).toEqual(shapeOf('{n, plural, other {# days}}'));
  });
});

describe('a translation is refused', () => {
  const source = '{n, plural, one {# dag} other {# dagar}}';

  test.each<[string, Locale, string | undefined, string]>([
    ['without a key', 'ar', undefined, 'نعم'],
    ['without words', 'so', 'Ja', ' '],
    ['that cannot be read', 'so', 'Ja', '{n'],
    ['that lacks what is put in', 'so', 'Sida {page}', 'Bogga'],
    ['that has something else put in', 'so', 'Sidan', 'Bogga {page}'],
    ['that lacks a plural form of the language', 'uk', source, '{n, plural, one {# день} other {# днів}}'],
    [
      'that has a plural form of another',
      'so',
      source,
      '{n, plural, one {# maalin} few {#} other {# maalmood}}',
    ],
    ['with other figures', 'ar', 'Dag 5', 'يوم ٥'],
    ['that writes numbers its own way', 'prs', source, '{n, plural, one {# روز} other {# روز}}'],
  ])('%s', (_, locale, from, text) => {
    expect(translationFaults(locale, from, text)).not.toEqual([]);
  });

  test('and is taken where all is right', () => {
    expect(
      translationFaults('uk', source, '{n, plural, one {# день} few {# дні} many {# днів} other {# дня}}'),
    ).toEqual([]);
    expect(translationFaults('prs', source, '{n, plural, one {{n} روز} other {{n} روز}}')).toEqual([]);
  });
});
