import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CalendarView } from '#components/todo/calendar-view.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { calendarSettings } from '#lib/server/calendar/calendar-settings.ts';
import { chooseReminders } from '#lib/server/calendar/choose-reminders.ts';
import { createFeed } from '#lib/server/calendar/create-feed.ts';
import { revokeFeed } from '#lib/server/calendar/revoke-feed.ts';
import { env } from '#lib/server/env.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { isUuid } from '#lib/shared/uuid.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** How the person follows the last days. */
export default async function CalendarPage({ searchParams }: Props) {
  const actor = await requireActor(...PROVIDER_ROLES);
  const { reveal, done, attempt: id } = await searchParams;
  const settings = await load(calendarSettings, actor, {
    revealId: typeof reveal === 'string' && isUuid(reveal) ? reveal : null,
  });
  const { origin } = new URL(env().PORTAL_URL);
  return (
    <PageBody>
      <CalendarView
        settings={settings}
        address={settings.secret === null ? null : `${origin}/api/calendar/${settings.secret}.ics`}
        done={done === 'revoked' || done === 'chosen' ? done : null}
        keys={{ create: newId(), revoke: newId(), choose: newId() }}
        attempt={
          (await loadAttempt(actor, id, createFeed.name)) ??
          (await loadAttempt(actor, id, revokeFeed.name)) ??
          (await loadAttempt(actor, id, chooseReminders.name))
        }
      />
    </PageBody>
  );
}
