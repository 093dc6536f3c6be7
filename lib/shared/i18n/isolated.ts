import { directionOf, type Locale } from '#lib/shared/i18n/locale.ts';

/**
 * A number or an address to be put into a sentence: its parts keep their order where the sentence goes the other way (Unicode's
 * left-to-right isolate). Where it stands by itself, `<bdi dir="ltr">` does the same.
 */
export function isolated(text: string, locale: Locale): string {
  return directionOf(locale) === 'rtl' ? `\u2066${text}\u2069` : text;
}
