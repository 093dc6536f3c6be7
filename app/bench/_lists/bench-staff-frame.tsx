import type { ReactNode } from 'react';
import { StaffFrame } from '#components/frame/staff-frame.tsx';

type Props = {
  readonly organisation: string;
  readonly nav: readonly string[];
  readonly children: ReactNode;
};

/** A moment in the day of somebody who is logged in; nobody is. */
const NOON = Date.parse('2026-11-12T11:00:00Z');
const SESSION = {
  now: NOON,
  idleEndsAt: NOON + 1_800_000,
  absoluteEndsAt: NOON + 36_000_000,
  loginHref: '/login',
};

/** The frame of staff pages, with everything in it that a page of somebody logged in has. */
export function BenchStaffFrame({ organisation, nav, children }: Props) {
  return (
    <StaffFrame
      trial
      home="/"
      account={{
        person: { name: 'Astrid Lindqvist', role: 'Leverantörsuppföljare' },
        organisation: { name: organisation },
        switchHref: '/choose-role',
        logoutAction: '/api/session/logout',
      }}
      nav={nav.map((words, index) => ({ href: `/bench/${index}`, words }))}
      session={SESSION}
    >
      {children}
    </StaffFrame>
  );
}
