import { useTranslations } from 'next-intl';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';

const WORDS = messagesFor('sv')['own-notification'].event;

/** What participants are told in words of its own. */
function isOwnEvent(event: string): event is keyof typeof WORDS {
  return Object.hasOwn(WORDS, event);
}

/** What has happened to somebody, said to themselves in one sentence. */
export function useOwnEvent(): (event: NotificationEvent, document: DocumentKind | null) => string {
  const t = useTranslations('own-notification');
  return (event, document) =>
    isOwnEvent(event) ? t(`event.${event}`, { document: t(`document.${document ?? 'some'}`) }) : t('other');
}
