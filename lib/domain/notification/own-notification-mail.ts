import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import { directionOf, type Locale } from '#lib/shared/i18n/locale.ts';

export interface OwnMail {
  readonly subject: string;
  readonly text: string;
  /** The same with the language and its direction marked, for mail programs and for those who have mail read aloud. */
  readonly html: string;
  readonly language: Locale;
}

/**
 * The mail to a participant: that something has happened, and where to read more. Not even its kind, since that would tell
 * something about who gets it. `url` is the portal's origin.
 */
export function ownNotificationMail({
  locale,
  url,
}: {
  readonly locale: Locale;
  readonly url: string;
}): OwnMail {
  const words = messagesFor(locale)['own-notification'].mail;
  const links = [
    { words: words.read, href: `${url}/notifications` },
    { words: words.choose, href: `${url}/notifications/choices` },
  ];
  return {
    subject: words.subject,
    language: locale,
    text: [
      words.hello,
      words.happened,
      // An address in a line of its own: beside words that go from right to left its parts would change places.
      ...links.map((link) => `${link.words}\n${link.href}`),
      words.foot,
      '',
    ].join('\n\n'),
    html: [
      `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><meta charset="utf-8"><title>${escaped(words.subject)}</title>`,
      `<p>${escaped(words.hello)}</p><p>${escaped(words.happened)}</p>`,
      ...links.map(
        (link) => `<p>${escaped(link.words)}<br><a href="${link.href}" dir="ltr">${link.href}</a></p>`,
      ),
      `<p>${escaped(words.foot)}</p></html>`,
    ].join('\n'),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
