import { readdirSync } from 'node:fs';
import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { messagesFor, messagesOf } from '#lib/shared/i18n/catalogue.ts';
import { LOCALES } from '#lib/shared/i18n/locale.ts';

/** Every message with its whole key. */
function flatten(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null)
    throw new TypeError(`${path} is neither words nor a group of words`);
  return Object.entries(node).flatMap(([key, value]) => flatten(value, path === '' ? key : `${path}.${key}`));
}

/** Names and kinds of what is put into a message, also within plurals, choices and tags. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isPluralElement(element) || isSelectElement(element)) {
      const kind = isPluralElement(element)
        ? 'plural'
        : `select ${Object.keys(element.options).toSorted().join()}`;
      const inner = Object.values(element.options).flatMap((option) => argumentsOf(option.value));
      return [`${element.value}: ${kind}`, ...inner];
    }
    if (isTagElement(element)) return [`<${element.value}>`, ...argumentsOf(element.children)];
    if (isPoundElement(element) || !('value' in element)) return [];
    if (isNumberElement(element) || isDateElement(element) || isTimeElement(element)) {
      return [`${element.value}: formatted`];
    }
    return isArgumentElement(element) ? [`${element.value}: text`] : [];
  });
}

function shapeOf(message: string): string[] {
  return [...new Set(argumentsOf(parse(message)))].toSorted();
}

const swedish = new Map(flatten(messagesFor('sv')));
const english = new Map(flatten(messagesFor('en')));

describe('the catalogues', () => {
  test('every file is in the catalogue of its language', () => {
    for (const locale of LOCALES) {
      const files = readdirSync(new URL(`../../shared/i18n/${locale}/`, import.meta.url)).map((name) =>
        name.replace(/\.json$/, ''),
      );
      expect(Object.keys(messagesFor(locale)).toSorted()).toEqual(files.toSorted());
    }
  });

  test('say the same things in every language', () => {
    expect([...english.keys()].toSorted()).toEqual([...swedish.keys()].toSorted());
  });

  test.each([...swedish])('%s takes the same arguments in every language', (key, message) => {
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

describe('the comparison of arguments', () => {
  test('tells a missing argument, another kind and a missing choice', () => {
    expect(shapeOf('Sida {page}')).not.toEqual(shapeOf('Page'));
    expect(shapeOf('{n} saker')).not.toEqual(shapeOf('{n, plural, one {# thing} other {# things}}'));
    expect(shapeOf('{x, select, a {A} other {B}}')).not.toEqual(shapeOf('{x, select, b {A} other {B}}'));
    expect(shapeOf('<b>{n}</b>')).not.toEqual(shapeOf('{n}'));
  });

  test('sees through plural forms that a language has more of', () => {
    const more = '{n, plural, one {# dag} =0 {ingen dag} other {# dagar}}';
    expect(shapeOf(more)).toEqual(shapeOf('{n, plural, other {# days}}'));
  });
});
