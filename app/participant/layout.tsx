import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { WhoDoesWhat } from '#components/participant/who-does-what.tsx';
import { getSession } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { env } from '#lib/server/env.ts';
import { load } from '#lib/server/http/page.ts';
import { unreadCount } from '#lib/server/notification/unread-count.ts';
import { supportPhone } from './support-phone.ts';

/** The frame round participants' pages. It shows who is logged in; each page itself decides who may see it. */
export default async function ParticipantLayout({ children }: { children: ReactNode }) {
  const session = await getSession();
  if (session?.actor?.role !== 'participant') return children;
  const [t, phone, unread] = await Promise.all([
    getTranslations('participant.nav'),
    supportPhone(),
    load(unreadCount, session.actor, {}),
  ]);
  return (
    <ParticipantFrame
      trial={env().PORTAL_SEED !== 'none'}
      home="/participant"
      account={{
        person: { name: `${session.givenName} ${session.familyName}` },
        logoutAction: '/api/session/logout',
      }}
      nav={[
        { href: '/participant', words: t('home') },
        { href: '/participant/plan', words: t('plan') },
        { href: '/participant/activities', words: t('activities') },
        { href: '/participant/documents', words: t('documents') },
        { href: '/participant/rights', words: t('rights') },
        { href: '/participant/switch', words: t('switch') },
      ]}
      unread={unread}
      phone={phone ?? undefined}
      whoDoesWhat={<WhoDoesWhat />}
      session={{
        idleEndsAt: Date.parse(session.idleEndsAt),
        absoluteEndsAt: Date.parse(session.absoluteEndsAt),
        now: now().getTime(),
        loginHref: '/login',
      }}
    >
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
