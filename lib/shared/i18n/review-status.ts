import { messagesFor, PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { flatMessages } from '#lib/shared/i18n/flat-messages.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import ar from '#lib/shared/i18n/reviewed/ar.json' with { type: 'json' };
import en from '#lib/shared/i18n/reviewed/en.json' with { type: 'json' };
import prs from '#lib/shared/i18n/reviewed/prs.json' with { type: 'json' };
import so from '#lib/shared/i18n/reviewed/so.json' with { type: 'json' };
import svSimple from '#lib/shared/i18n/reviewed/sv-simple.json' with { type: 'json' };
import ti from '#lib/shared/i18n/reviewed/ti.json' with { type: 'json' };
import uk from '#lib/shared/i18n/reviewed/uk.json' with { type: 'json' };
import { textPrint } from '#lib/shared/i18n/text-print.ts';

/** That a person has read a translation beside its source: who, which day, and of what exactly. */
export interface Review {
  readonly by: string;
  readonly on: string;
  readonly of: string;
}

export type Reviews = Readonly<Record<string, Review>>;

/** Every language but the source. Written by scripts/i18n-review.ts. */
const REVIEWS: Readonly<Record<Exclude<Locale, 'sv'>, Reviews>> = {
  'sv-simple': svSimple,
  en,
  ar,
  so,
  ti,
  prs,
  uk,
};

/** What a review is a review of: neither the source nor the translation may have changed since. */
export function reviewPrint(source: string, text: string): string {
  return textPrint(`${source}\n${text}`);
}

/** The review of a text, or null: nobody has read it as it stands now. */
export function reviewOf(reviews: Reviews, key: string, source: string, text: string): Review | null {
  const review = Object.hasOwn(reviews, key) ? reviews[key] : undefined;
  return review?.of === reviewPrint(source, text) ? review : null;
}

export interface ReviewedText {
  readonly key: string;
  readonly source: string;
  readonly text: string;
  readonly review: Review | null;
}

/** Everything that participants read of a feature in a language, beside its source. */
export function reviewedTexts(
  locale: Exclude<Locale, 'sv'>,
  feature: (typeof PARTICIPANT_FEATURES)[number],
): readonly ReviewedText[] {
  const texts = new Map(flatMessages(messagesFor(locale)[feature], feature));
  return flatMessages(messagesFor('sv')[feature], feature).map(([key, source]) => {
    const text = texts.get(key) ?? source;
    return { key, source, text, review: reviewOf(REVIEWS[locale], key, source, text) };
  });
}

export interface ReviewCount {
  readonly texts: number;
  readonly reviewed: number;
}

const counted = new Map<Locale, ReviewCount>();

/** How much of a language a person has reviewed. Swedish is what the others are held against. */
export function reviewCount(locale: Locale): ReviewCount {
  const known = counted.get(locale);
  if (known !== undefined) return known;
  const source = locale === 'sv';
  const all = PARTICIPANT_FEATURES.flatMap((feature) => reviewedTexts(source ? 'en' : locale, feature));
  const count = {
    texts: all.length,
    reviewed: source ? all.length : all.filter(({ review }) => review !== null).length,
  };
  counted.set(locale, count);
  return count;
}
