import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { ParticipantFrame } from '#components/frame/participant-frame.tsx';
import { env } from '#lib/server/env.ts';

/** What stands round a page that anybody may read. */
export async function OpenLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('provider-search.landing');
  const tFrame = await getTranslations('frame');
  const links = [
    { href: '/calculator', words: tFrame('calculator') },
    { href: '/login', words: t('login') },
  ];
  return (
    <ParticipantFrame trial={env().PORTAL_SEED !== 'none'} home="/" footLinks={links}>
      <PageBody>{children}</PageBody>
    </ParticipantFrame>
  );
}
