import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { env } from '#lib/server/env.ts';

export default async function VerifyLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('provider-search.landing');
  const links = [
    { href: '/providers', words: t('providers') },
    { href: '/login', words: t('login') },
  ];
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/" footLinks={links}>
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
