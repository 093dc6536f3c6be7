import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageBody } from '#components/frame/page-body.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Helped } from '#lib/domain/assistance/helped.ts';

export interface HelpPageProps {
  helped: Helped;
  /** The page of help itself has no way back to itself. */
  isHub?: boolean;
  /** The caseworker's own work, in the looks of that; else it is the participant's page, which two look at together. */
  plain?: boolean;
  children: ReactNode;
}

/** A page of the participant's, in a caseworker's hands: for whom it is stands above everything, on each of them. */
export function HelpPage({ helped, isHub = false, plain = isHub, children }: HelpPageProps) {
  const t = useTranslations('assisted.strip');
  const { name, participantId } = helped;
  return (
    <>
      <aside aria-label={t('label')} className="no-print border-b-2 border-warn-line bg-warn-wash">
        <div className="band flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
          <p>
            <span className="text-lg">{t.rich('text', { name, b: (chunks) => <b>{chunks}</b> })}</span>{' '}
            {t('own')}
          </p>
          {!isHub && <TextLink href={`/admin/participants/${participantId}`}>{t('back', { name })}</TextLink>}
        </div>
      </aside>
      <div className={plain ? undefined : 'participant'}>
        <PageBody>{children}</PageBody>
      </div>
    </>
  );
}
