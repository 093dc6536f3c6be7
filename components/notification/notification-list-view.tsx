import { useTranslations } from 'next-intl';
import { NotificationDays } from '#components/notification/notification-days.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { WordsFor } from '#lib/domain/notification/event-words.ts';
import type { OwnNotifications } from '#lib/domain/notification/notification.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export interface NotificationListViewProps {
  readonly own: OwnNotifications;
  readonly show: 'unread' | 'all';
  readonly to: WordsFor;
  readonly today: PlainDate;
  /** Begins the key of each form on the page. */
  readonly formKey: string;
  readonly attempt: KeptForm | null;
}

function notificationsPath(show: 'unread' | 'all', page = 1): string {
  const search = new URLSearchParams();
  if (show === 'all') search.set('show', 'all');
  if (page > 1) search.set('page', String(page));
  return search.size === 0 ? '/notifications' : `/notifications?${search.toString()}`;
}

/** What somebody has been told, the newest day first. */
export function NotificationListView({ own, show, to, today, formKey, attempt }: NotificationListViewProps) {
  const t = useTranslations('notification');
  const { notifications, unread, all, page, pageSize } = own;
  const total = show === 'unread' ? unread : all;
  const back = notificationsPath(show, page);
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <PageHeading
        title={t('title')}
        lead={t(to === 'participant' ? 'leadParticipant' : 'lead')}
        aside={
          <TextLink href="/notifications/choices" className="inline-flex min-h-(--target) items-center">
            {t('choose')}
          </TextLink>
        }
      />
      {all > 0 && <Choices own={own} show={show} formKey={formKey} back={back} />}
      {notifications.length === 0 ? (
        <Nothing show={show} all={all} to={to} />
      ) : (
        <NotificationDays notifications={notifications} to={to} today={today} formKey={formKey} back={back} />
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(number) => notificationsPath(show, number)}
      />
      {all > 0 && <p className="mt-8 text-xs text-ink-3">{t('kept')}</p>}
    </>
  );
}

type ChoicesProps = Pick<NotificationListViewProps, 'own' | 'show' | 'formKey'> & { readonly back: string };

/** What is shown, and all marked at once. */
function Choices({ own: { unread, all, readAt }, show, formKey, back }: ChoicesProps) {
  const t = useTranslations('notification');
  return (
    <div className="mb-6 flex max-w-190 flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <ViewSwitch
        label={t('show.label')}
        views={[
          {
            href: notificationsPath('unread'),
            words: t('show.unread'),
            count: unread,
            current: show === 'unread',
          },
          { href: notificationsPath('all'), words: t('show.all'), count: all, current: show === 'all' },
        ]}
      />
      {unread > 0 && (
        <form method="post" action="/api/notifications/read-all">
          <FormBasis formKey={`${formKey}-all`} back={back} />
          <input type="hidden" name="before" value={readAt} />
          <Button look="plain">{t('markAll')}</Button>
        </form>
      )}
    </div>
  );
}

type NothingProps = { readonly show: 'unread' | 'all'; readonly all: number; readonly to: WordsFor };

function Nothing({ show, all, to }: NothingProps) {
  const t = useTranslations('notification.empty');
  if (all === 0) return <EmptyState>{t(to === 'participant' ? 'allParticipant' : 'all')}</EmptyState>;
  return (
    <EmptyState
      action={
        show === 'unread' ? (
          <TextLink href={notificationsPath('all')} className="inline-flex min-h-(--target) items-center">
            {t('showAll')}
          </TextLink>
        ) : undefined
      }
    >
      {t('unread')}
    </EmptyState>
  );
}
