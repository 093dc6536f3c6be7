import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { type FrontDoor, frontDoorOf } from '#lib/domain/actor/front-door.ts';
import { getSession } from '#lib/server/auth/actor.ts';
import AdminLayout from '../admin/layout.tsx';
import ParticipantLayout from '../participant/layout.tsx';
import PaymentsLayout from '../payments/layout.tsx';
import ProviderLayout from '../provider/layout.tsx';
import ReviewLayout from '../review/layout.tsx';

const LAYOUTS: Readonly<Record<Exclude<FrontDoor, 'participant'>, typeof ProviderLayout>> = {
  provider: ProviderLayout,
  review: ReviewLayout,
  admin: AdminLayout,
  payments: PaymentsLayout,
};

/** The frame of whoever is logged in: notifications are there for every role. */
export default async function NotificationsLayout({ children }: { children: ReactNode }) {
  const session = await getSession();
  if (session?.actor == null) return children;
  const door = frontDoorOf(session.actor.role);
  if (door === 'participant') return <ParticipantLayout>{children}</ParticipantLayout>;
  const Layout = LAYOUTS[door];
  return (
    <Layout>
      <PageBody>{children}</PageBody>
    </Layout>
  );
}
