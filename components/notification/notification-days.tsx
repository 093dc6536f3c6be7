import { useLocale, useTranslations } from 'next-intl';
import { useOwnEvent } from '#components/notification/own-event.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/class-names.ts';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { eventInWords, type WordsFor } from '#lib/domain/notification/event-words.ts';
import type { OwnNotification } from '#lib/domain/notification/notification.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import { staffLocaleOf } from '#lib/shared/i18n/locale.ts';
import { addDays, type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

type Shared = {
  readonly to: WordsFor;
  readonly formKey: string;
  /** The page itself, for its forms. */
  readonly back: string;
};

type DaysProps = Shared & {
  readonly notifications: readonly OwnNotification[];
  readonly today: PlainDate;
};

/** Notifications under the day on which each happened. */
export function NotificationDays({ notifications, today, ...shared }: DaysProps) {
  const t = useTranslations('notification.list');
  const locale = useLocale();
  const days = Map.groupBy(notifications, ({ happenedAt }) => plainDateFromDate(new Date(happenedAt)));
  const words = (day: PlainDate) => {
    if (day === today) return t('today');
    return day === addDays(today, -1) ? t('yesterday') : dateInWords(day, locale, 'weekday');
  };
  return (
    <div className="grid max-w-190 gap-8">
      {[...days].map(([day, happened]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="border-b border-line-strong pb-2 text-base">
            {words(day)}
          </h2>
          <ul>
            {happened.map((notification) => (
              <NotificationLine key={notification.id} notification={notification} {...shared} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** One event: opening what it is about marks it, and so does the button beside it. */
function NotificationLine({
  notification,
  to,
  formKey,
  back,
}: Shared & { readonly notification: OwnNotification }) {
  const t = useTranslations('notification.list');
  const locale = useLocale();
  const { id, name, happenedAt, isRead } = notification;
  const ownEvent = useOwnEvent();
  const what =
    to === 'participant'
      ? ownEvent(notification.event, notification.document)
      : eventInWords(notification, staffLocaleOf(locale));
  const details = [name, t('clock', { time: clockInWords(new Date(happenedAt), locale) })].filter(
    (text) => text !== null,
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <div className="flex min-w-0 gap-2">
        {!isRead && (
          <span className="mt-[0.85em] size-2 flex-none rounded-full bg-accent">
            <span className="sr-only">{t('unread')}</span>
          </span>
        )}
        <div className="min-w-0">
          <form method="post" action={`/api/notifications/${id}/open`}>
            <FormBasis formKey={`${formKey}-open-${id}`} back={back} />
            <button
              type="submit"
              className={cx(
                'min-h-(--target) cursor-pointer py-1 text-start underline underline-offset-[0.18em] hover:text-accent',
                isRead ? 'text-ink-2' : 'font-medium',
              )}
            >
              {what}
            </button>
          </form>
          <p className="text-sm text-ink-2">{details.join(' · ')}</p>
        </div>
      </div>
      {!isRead && (
        <form method="post" action={`/api/notifications/${id}/read`}>
          <FormBasis formKey={`${formKey}-read-${id}`} back={back} />
          <Button look="quiet" aria-label={t('markOf', { what })}>
            {t('mark')}
          </Button>
        </form>
      )}
    </li>
  );
}
