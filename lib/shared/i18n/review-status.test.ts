import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messagesFor, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { flatMessages } from '#lib/shared/i18n/flat-messages.ts';
import { LOCALES } from '#lib/shared/i18n/locale.ts';
import { reviewCount, reviewOf, reviewPrint, reviewedTexts } from '#lib/shared/i18n/review-status.ts';
import { textPrint } from '#lib/shared/i18n/text-print.ts';

const review = { by: 'A. Reader', on: '2026-05-12', of: reviewPrint('Välj', 'Choose') };

test('a text is reviewed as long as neither it nor its source is changed', () => {
  const reviews = { 'choice.choose': review };
  expect(reviewOf(reviews, 'choice.choose', 'Välj', 'Choose')).toBe(review);
  expect(reviewOf(reviews, 'choice.choose', 'Välj', 'Pick')).toBeNull();
  expect(reviewOf(reviews, 'choice.choose', 'Välj nu', 'Choose')).toBeNull();
  expect(reviewOf(reviews, 'choice.other', 'Välj', 'Choose')).toBeNull();
  expect(reviewOf(reviews, 'toString', 'Välj', 'Choose')).toBeNull();
});

test('a text that is changed has another print', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(textPrint(one) === textPrint(other)).toBe(one === other);
    }),
    { numRuns: 2000 },
  );
});

describe.each(LOCALES.filter((locale) => locale !== 'sv'))('%s', (locale) => {
  test('is counted whole, and nothing is reviewed that nobody has put their name to', () => {
    const texts = PARTICIPANT_FEATURES.flatMap((feature) => reviewedTexts(locale, feature));
    const source = PARTICIPANT_FEATURES.flatMap((feature) =>
      flatMessages(messagesFor('sv')[feature], feature),
    );
    expect(reviewCount(locale).texts).toBe(source.length);
    const named = texts.filter(({ review: by }) => by !== null && /\p{L}{2}/u.test(by.by));
    expect(reviewCount(locale).reviewed).toBe(named.length);
  });
});

test('Swedish is the source', () => {
  const { texts, reviewed } = reviewCount('sv');
  expect(reviewed).toBe(texts);
});

test('every part of what participants read has a name where its texts are shown', () => {
  expect(Object.keys(messagesFor('sv').languages.parts).toSorted()).toEqual(
    [...PARTICIPANT_FEATURES].toSorted(),
  );
});
