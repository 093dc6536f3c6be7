import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { getSession } from '#lib/server/auth/actor.ts';
import { env } from '#lib/server/env.ts';

export default async function ChooseRoleLayout({ children }: { children: ReactNode }) {
  const session = await getSession();
  if (session === null) redirect('/login');
  const account = {
    person: { name: `${session.givenName} ${session.familyName}` },
    logoutAction: '/api/session/logout',
  };
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/" account={account}>
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
