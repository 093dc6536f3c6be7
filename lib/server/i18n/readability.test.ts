import { describe, expect, test } from 'vitest';
import { messagesFor, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { flatMessages } from '#lib/shared/i18n/flat-messages.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import { lixOf, sentencesIn } from '#scripts/i18n/lix.ts';

/** Fewer sentences are no text whose ease could be measured. */
const ENOUGH = 3;

type Group = readonly [name: string, sentences: readonly string[]];

/** What is read together: the groups of a feature that have sentences, and the feature itself. */
function groupsOf(locale: Locale): readonly Group[] {
  return PARTICIPANT_FEATURES.flatMap((feature) => {
    const groups = Object.entries(messagesFor(locale)[feature]).filter(
      ([, words]) => typeof words === 'object',
    );
    return [[feature, messagesFor(locale)[feature]] as const, ...groups]
      .map(([name, words]): Group => {
        const messages = flatMessages(words, name).map(([, message]) => message);
        return [name === feature ? feature : `${feature}.${name}`, messages.flatMap(sentencesIn)];
      })
      .filter(([, sentences]) => sentences.length >= ENOUGH);
  });
}

describe('what participants read in Swedish', () => {
  test.each(groupsOf('sv'))('%s is plain: LIX at most 40', (_name, sentences) => {
    expect(lixOf(sentences)).toBeLessThanOrEqual(40);
  });
});

describe('what participants read in easy Swedish', () => {
  test.each(groupsOf('sv-simple'))('%s is easy: LIX at most 30', (_name, sentences) => {
    expect(lixOf(sentences)).toBeLessThanOrEqual(30);
  });

  test('no sentence is longer than fifteen words', () => {
    const long = groupsOf('sv-simple')
      .flatMap(([, sentences]) => sentences)
      .filter((sentence) => (sentence.match(/\p{L}+/gu) ?? []).length > 15);
    expect(long).toEqual([]);
  });
});

describe('the measure', () => {
  test('is LIX: ten words in two sentences, two of them long, is 5 + 20', () => {
    expect(lixOf(['Du får hjälp av någon annan.', 'Arbetsförmedlingen kontaktar dig snart.'])).toBe(5 + 20);
  });

  test('takes full sentences alone, and a plural as it is said most often', () => {
    expect(sentencesIn('Byt leverantör')).toEqual([]);
    expect(sentencesIn('Du har {n, plural, one {en dag} other {# dagar}} kvar. Välj nu!')).toEqual([
      'Du har namn dagar kvar.',
      ' Välj nu!',
    ]);
  });
});
