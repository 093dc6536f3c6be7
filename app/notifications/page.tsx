import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotificationListView } from '#components/notification/notification-list-view.tsx';
import { ROLES } from '#lib/domain/actor/role.ts';
import { notificationListInput } from '#lib/schemas/notification.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { ownNotifications } from '#lib/server/notification/own-notifications.ts';
import { readAllNotifications } from '#lib/server/notification/read-all-notifications.ts';
import { readNotification } from '#lib/server/notification/read-notification.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notification');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** What the person has been told. */
export default async function NotificationsPage({ searchParams }: Props) {
  const actor = await requireActor(...ROLES);
  const search = await searchParams;
  const input = notificationListInput.parse({ show: search['show'], page: search['page'] });
  const own = await load(ownNotifications, actor, input);
  return (
    <NotificationListView
      own={own}
      show={input.show}
      to={actor.role === 'participant' ? 'participant' : 'staff'}
      today={today()}
      formKey={newId()}
      attempt={
        (await loadAttempt(actor, search['attempt'], readNotification.name)) ??
        (await loadAttempt(actor, search['attempt'], readAllNotifications.name))
      }
    />
  );
}
