import type { Shared } from '#lib/domain/final-report/handing-on.ts';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

export type Consent = {
  readonly what: Shared;
  readonly given: boolean;
  readonly from: string;
  readonly to: string;
};

/** What stood on the page where a participant let the next provider read something, or took it back, in the language of the page. */
export function consentWords(locale: Locale, { what, given, from, to }: Consent): string {
  const { sharing } = messagesFor(locale)['own-documents'];
  const shown = [sharing[what], sharing[`${what}Text`], given ? sharing.give : sharing.take];
  return shown.map((words) => words.replaceAll('{from}', from).replaceAll('{to}', to)).join('\n');
}
