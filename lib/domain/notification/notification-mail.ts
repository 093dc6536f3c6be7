import type { DocumentKind } from '#lib/domain/document/document.ts';
import { eventInWords } from '#lib/domain/notification/event-words.ts';
import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import type { StaffLocale } from '#lib/shared/i18n/locale.ts';

type Mailed = { readonly event: NotificationEvent; readonly document: DocumentKind | null };

const TEXT = {
  sv: {
    subject: 'Det har hänt något i ett ärende som du väntar på',
    hello: 'Hej!',
    staff: 'Det här har hänt:',
    read: 'Logga in och läs mer:',
    choose: 'Här väljer du när du vill ha mejl:',
    foot: 'Det här mejlet innehåller inga personuppgifter.',
  },
  en: {
    subject: 'Something has happened in a case that you wait for',
    hello: 'Hello,',
    staff: 'This has happened:',
    read: 'Log in to read more:',
    choose: 'Choose when you want mail:',
    foot: 'This mail holds no personal data.',
  },
} as const satisfies Record<StaffLocale, Record<string, unknown>>;

/** Each sentence once, with how many times it happened, in the order in which it first did. */
function linesOf(events: readonly Mailed[], locale: StaffLocale): string {
  const counts = new Map<string, number>();
  for (const event of events) {
    const words = eventInWords(event, locale);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .map(([words, count]) => (count === 1 ? `– ${words}` : `– ${words} (${count})`))
    .join('\n');
}

/** Some events as one mail to somebody who works with them: what happened by its kind alone, and where to read more. `url` is the portal's origin. */
export function notificationMail(
  events: readonly Mailed[],
  { locale, url }: { readonly locale: StaffLocale; readonly url: string },
): { readonly subject: string; readonly text: string } {
  const words = TEXT[locale];
  return {
    subject: words.subject,
    text: [
      words.hello,
      words.staff,
      linesOf(events, locale),
      `${words.read} ${url}/notifications`,
      `${words.choose} ${url}/notifications/choices`,
      words.foot,
      '',
    ].join('\n\n'),
  };
}
