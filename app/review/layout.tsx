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
        const tAnswer = await getTranslations('statement-answer.queue');
        return [
          // Payers read what is disputed; the queue is the reviewers' alone.
          ...(role === 'reviewer' ? [{ href: '/review', words: t('nav.queue') }] : []),
          { href: '/review/disputes', words: tAnswer('nav') },
        ];
      }}
    >
      <ClientMessages features={['review-bench']}>
        <QueryProvider>{children}</QueryProvider>
      </ClientMessages>
    </StaffLayout>
  );
}
