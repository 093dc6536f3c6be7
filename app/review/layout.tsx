import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { countWaitingDocuments } from '#lib/server/document/count-waiting.ts';
import { load } from '#lib/server/http/page.ts';
import { StaffLayout } from '../_staff/staff-layout.tsx';

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <StaffLayout
      nav={async (actor) => {
        const { role } = actor;
        const t = await getTranslations('review');
        const tAttest = await getTranslations('attest.review');
        const documents = await getTranslations('document.queue');
        const tAnswer = await getTranslations('statement-answer.queue');
        return [
          // Payers read what is disputed; the queue is the reviewers' alone.
          ...(role === 'reviewer'
            ? [
                { href: '/review', words: t('nav.queue') },
                { href: '/review/corrections', words: tAttest('nav') },
                { href: '/review/outcomes', words: t('nav.outcomes') },
                {
                  href: '/review/documents',
                  words: documents('nav'),
                  count: await load(countWaitingDocuments, actor, {}),
                },
              ]
            : []),
          { href: '/review/disputes', words: tAnswer('nav') },
        ];
      }}
    >
      {children}
    </StaffLayout>
  );
}
