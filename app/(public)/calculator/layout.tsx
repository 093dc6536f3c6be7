import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { env } from '#lib/server/env.ts';

export default async function CalculatorLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('provider-search.landing');
  const tApi = await getTranslations('api-docs.page');
  const links = [
    { href: '/providers', words: t('providers') },
    { href: '/api-docs', words: tApi('link') },
    { href: '/login', words: t('login') },
  ];
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/" footLinks={links}>
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
