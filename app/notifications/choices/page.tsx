import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotificationChoiceView } from '#components/notification/notification-choice-view.tsx';
import { ROLES } from '#lib/domain/actor/role.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { chooseNotifications } from '#lib/server/notification/choose-notifications.ts';
import { notificationChoice } from '#lib/server/notification/notification-choice.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notification.choices');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** How the person wants to be told. */
export default async function NotificationChoicesPage({ searchParams }: Props) {
  const actor = await requireActor(...ROLES);
  const { done, attempt } = await searchParams;
  return (
    <NotificationChoiceView
      choice={await load(notificationChoice, actor, {})}
      to={actor.role === 'participant' ? 'participant' : 'staff'}
      hasReminders={actor.organisation === 'provider'}
      isDone={done === 'saved'}
      formKey={newId()}
      attempt={await loadAttempt(actor, attempt, chooseNotifications.name)}
    />
  );
}
