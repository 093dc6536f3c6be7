import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { env } from '#lib/server/env.ts';

export default async function InvitationLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('calculator');
  const links = [{ href: '/calculator', words: t('link') }];
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/" footLinks={links}>
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
