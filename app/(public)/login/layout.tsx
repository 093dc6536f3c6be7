import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { env } from '#lib/server/env.ts';

export default async function LoginLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('frame');
  const links = [{ href: '/calculator', words: t('calculator') }];
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/" footLinks={links}>
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
