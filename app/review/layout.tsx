import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { QueryProvider } from '#components/frame/query-provider.tsx';
import { StaffLayout } from '../_staff/staff-layout.tsx';

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <StaffLayout
      nav={async (actor) => {
        const { role } = actor;
        const t = await getTranslations('review');
        const tInsight = await getTranslations('review-insight.nav');
        const tSampling = await getTranslations('sampling');
        const tAnswer = await getTranslations('statement-answer.queue');
        return [
          // Payers read what is disputed; the queue is the reviewers' alone.
          ...(role === 'reviewer' ? [{ href: '/review', words: t('nav.queue') }] : []),
          // Whoever writes a complaint down as a caseworker has the other front door.
          ...(role === 'caseworker' ? [] : [{ href: '/review/disputes', words: tAnswer('nav') }]),
          ...(role === 'reviewer' || role === 'auditor'
            ? [
                { href: '/review/providers', words: tInsight('providers') },
                { href: '/review/checks', words: tInsight('checks') },
                { href: '/review/samples', words: tSampling('nav') },
              ]
            : []),
        ];
      }}
    >
      <ClientMessages features={['review-bench']}>
        <QueryProvider>{children}</QueryProvider>
      </ClientMessages>
    </StaffLayout>
  );
}
