import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';

/** What a message says with the most common of its forms; what is put in counts as one short word. */
function spoken(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (isPluralElement(element) || isSelectElement(element))
        return spoken(element.options['other']?.value ?? []);
      if (isTagElement(element)) return spoken(element.children);
      return isLiteralElement(element) ? element.value : 'namn';
    })
    .join('');
}

function sentencesIn(node: unknown): string[] {
  if (typeof node !== 'string') return Object.values(node ?? {}).flatMap(sentencesIn);
  // Headings, labels and buttons are no sentences.
  return spoken(parse(node)).match(/[^.!?]+[.!?]/g) ?? [];
}

/** LIX: words ÷ sentences + 100 × words of more than six letters ÷ words. */
function lixOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}+/gu) ?? []);
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

const { choice, participant } = messagesFor('sv');
const parts = Object.entries({ ...choice, ...participant }).filter(
  ([, part]) => sentencesIn(part).length >= 3,
);

describe('what participants read in Swedish', () => {
  test('is easy: LIX at most 30 in all', () => {
    expect(lixOf(sentencesIn([choice, participant]))).toBeLessThanOrEqual(30);
  });

  test.each(parts)('%s is easy or plain: LIX at most 40', (_name, part) => {
    expect(lixOf(sentencesIn(part))).toBeLessThanOrEqual(40);
  });

  test('the measure is LIX: ten words in two sentences, two of them long, is 5 + 20', () => {
    expect(lixOf(['Du får hjälp av någon annan.', 'Arbetsförmedlingen kontaktar dig snart.'])).toBe(5 + 20);
  });
});
