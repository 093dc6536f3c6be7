import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

/** To what somebody has been told, with how much of it they have not read; more than 99 is "99+". */
export function NotificationLink({ unread }: { readonly unread: number }) {
  const t = useTranslations('notification');
  return (
    <TextLink href="/notifications" className="btn btn-quiet notices no-print">
      <Icon name="bell" />
      {t('nav')}
      {unread > 0 && (
        <>
          <span
            className="notices-count rounded-full bg-accent px-2 text-xs leading-relaxed font-bold text-on-accent"
            aria-hidden="true"
          >
            {unread > 99 ? t('most') : unread}
          </span>
          <span className="sr-only">{t('unreadCount', { count: unread })}</span>
        </>
      )}
    </TextLink>
  );
}
