import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Account, type AccountProps } from '#components/frame/account.tsx';
import { Brand } from '#components/frame/brand.tsx';
import { HelpStrip } from '#components/frame/help-strip.tsx';
import { LanguageSwitch } from '#components/frame/language-switch.tsx';
import { type NavItem, NavLinks } from '#components/frame/nav-links.tsx';
import { NotificationLink } from '#components/frame/notification-link.tsx';
import { PageFoot, type PageFootProps } from '#components/frame/page-foot.tsx';
import { SkipLink, TrialStrip } from '#components/frame/page-top.tsx';
import { PhoneLine } from '#components/frame/phone-line.tsx';
import { SessionWatch, type SessionWatchProps } from '#components/frame/session-watch.tsx';

export interface ParticipantFrameProps {
  trial: boolean;
  home: string;
  /** Left out before somebody has logged in. */
  account?: AccountProps | undefined;
  nav?: readonly NavItem[] | undefined;
  /** How many notifications are not read; left out before somebody has logged in. */
  unread?: number | undefined;
  /** As people write it: `08-465 004 10`. On every page, for those who would rather call. */
  phone?: string | undefined;
  /** Who does what, before the foot of every page. */
  whoDoesWhat?: ReactNode;
  session?: SessionWatchProps | undefined;
  footLinks?: PageFootProps['links'];
  children: ReactNode;
}

/** Round every page of participants: larger type and targets, languages on top, a person to call at the end. */
export function ParticipantFrame(props: ParticipantFrameProps) {
  const {
    trial,
    home,
    account,
    nav = [],
    unread,
    phone,
    whoDoesWhat,
    session,
    footLinks = [],
    children,
  } = props;
  const t = useTranslations('frame');
  return (
    <div className="participant flex min-h-dvh flex-col">
      <SkipLink />
      <header className="relative border-b border-line bg-sheet">
        {trial && <TrialStrip />}
        <div className="band flex min-h-16 flex-wrap items-center justify-between gap-x-3 md:gap-x-6">
          <Brand home={home} />
          <div className="flex flex-wrap items-center gap-x-6">
            {unread !== undefined && <NotificationLink unread={unread} />}
            <div className="max-md:hidden">
              <LanguageSwitch look="tabs" />
            </div>
            {account === undefined && (
              <div className="md:hidden">
                <LanguageSwitch look="menu" />
              </div>
            )}
          </div>
        </div>
        {account !== undefined && (
          <div className="border-t border-line">
            <div className="band items-center justify-between gap-x-6 md:flex">
              {/* On phones the languages stand beside the menu, in plain sight also for those who cannot read its name. */}
              <div className="beside-menu md:hidden">
                <LanguageSwitch look="menu" />
              </div>
              <NavLinks items={nav} label={t('nav')} menuWords={t('menu')}>
                <div className="border-t border-line px-3 py-2">
                  <Account {...account} />
                </div>
              </NavLinks>
              <div className="no-print max-md:hidden">
                <Account {...account} />
              </div>
            </div>
          </div>
        )}
        <HelpStrip />
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
        {whoDoesWhat !== undefined && (
          <div className="band pb-16">
            <div className="border-t border-line-strong pt-7">{whoDoesWhat}</div>
          </div>
        )}
      </main>
      <PageFoot links={[...footLinks, { href: '/languages', words: t('languages') }]}>
        {phone !== undefined && <PhoneLine phone={phone} />}
      </PageFoot>
      {session !== undefined && <SessionWatch {...session} />}
    </div>
  );
}
