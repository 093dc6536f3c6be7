import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DelaysNotice } from '#components/frame/delays-notice.tsx';
import type { NavItem } from '#components/frame/nav-links.tsx';
import { StaffFrame } from '#components/frame/staff-frame.tsx';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { homePath } from '#lib/domain/actor/front-door.ts';
import { getSession } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { currentDelays } from '#lib/server/health/delays.ts';
import { load } from '#lib/server/http/page.ts';
import { unreadCount } from '#lib/server/notification/unread-count.ts';

type Props = {
  /** The places of the role that is logged in. */
  readonly nav: (actor: PersonActor) => Promise<readonly NavItem[]>;
  readonly children: ReactNode;
};

/** The frame round the pages of providers and of the authority. It shows who is logged in; each page itself decides who may see it. */
export async function StaffLayout({ nav, children }: Props) {
  const session = await getSession();
  const t = await getTranslations('auth');
  if (session?.actor == null) return children;
  const { actor } = session;
  const organisation = actor.organisation === 'provider' ? actor.providerName : t('organisation.authority');
  return (
    <StaffFrame
      trial={env().PORTAL_SEED !== 'none'}
      home={homePath(actor.role)}
      account={{
        person: { name: `${actor.givenName} ${actor.familyName}`, role: t(`role.${actor.role}`) },
        organisation: { name: organisation },
        switchHref: '/choose-role',
        logoutAction: '/api/session/logout',
      }}
      nav={await nav(actor)}
      unread={await load(unreadCount, actor, {})}
      session={{
        idleEndsAt: Date.parse(session.idleEndsAt),
        absoluteEndsAt: Date.parse(session.absoluteEndsAt),
        now: now().getTime(),
        loginHref: '/login',
      }}
    >
      <DelaysNotice {...(await currentDelays(database()))} />
      {children}
    </StaffFrame>
  );
}
