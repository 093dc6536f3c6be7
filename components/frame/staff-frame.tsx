import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Account, type AccountProps } from '#components/frame/account.tsx';
import { Brand } from '#components/frame/brand.tsx';
import { StaffLanguages } from '#components/frame/language-switch.tsx';
import { type NavItem, NavLinks } from '#components/frame/nav-links.tsx';
import { NotificationLink } from '#components/frame/notification-link.tsx';
import { PageFoot, type PageFootProps } from '#components/frame/page-foot.tsx';
import { SkipLink, TrialStrip } from '#components/frame/page-top.tsx';
import { SessionWatch, type SessionWatchProps } from '#components/frame/session-watch.tsx';

export interface StaffFrameProps {
  /** Says that all is made up. */
  trial: boolean;
  home: string;
  account: AccountProps;
  nav: readonly NavItem[];
  /** How many notifications are not read. */
  unread?: number | undefined;
  session?: SessionWatchProps | undefined;
  footLinks?: PageFootProps['links'];
  children: ReactNode;
}

/** Round every page of providers and of the authority. */
export function StaffFrame({
  trial,
  home,
  account,
  nav,
  unread,
  session,
  footLinks,
  children,
}: StaffFrameProps) {
  const t = useTranslations('frame');
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-line bg-sheet">
        {trial && <TrialStrip />}
        <div className="band flex min-h-16 flex-wrap items-center justify-between gap-x-6">
          <Brand home={home} />
          <div className="flex flex-wrap items-center gap-x-4">
            {unread !== undefined && <NotificationLink unread={unread} />}
            <div className="no-print max-md:hidden">
              <Account {...account} />
            </div>
          </div>
        </div>
        <div className="band border-line max-md:border-t">
          <NavLinks items={nav} label={t('nav')} menuWords={t('menu')}>
            <div className="border-t border-line px-3 py-2">
              <Account {...account} />
            </div>
          </NavLinks>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <PageFoot links={footLinks}>
        <StaffLanguages />
      </PageFoot>
      {session !== undefined && <SessionWatch {...session} />}
    </div>
  );
}
