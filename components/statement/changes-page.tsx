import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ComparedTable } from '#components/statement/compared-table.tsx';
import { CorrectedTable } from '#components/statement/corrected-table.tsx';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { StatementChanges } from '#lib/domain/statement/statement-changes.ts';
import type { StatementRow } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface ChangesPageProps {
  statement: StatementRow;
  changes: StatementChanges;
  reader: StatementReader;
  breadcrumbs: ReactNode;
}

/** This statement beside the one before: the amounts, the placements, and why earlier amounts are corrected. */
export function ChangesPage({ statement, changes, reader, breadcrumbs }: ChangesPageProps) {
  const t = useTranslations('statement.changes');
  const tUi = useTranslations('ui');
  const locale = useLocale();
  const { previous, placements, corrected } = changes;
  const now = formatDate(statement.cutOff, locale);
  const before = previous === null ? null : formatDate(previous.cutOff, locale);
  const amount = formatKronor(corrected.amountOre, locale, { showOre: true });
  return (
    <>
      {breadcrumbs}
      <PageHeading
        title={before === null ? t('pageTitleFirst') : t('pageTitle', { before })}
        lead={before === null ? t('first') : t('lead', { now, before })}
      />
      <PageSection title={t('compared')} note={t('comparedNote')}>
        <ComparedTable changes={changes} />
      </PageSection>
      <PageSection title={t('placements')} note={t('placementsNote')}>
        <p>{t('started', { count: placements.started })}</p>
        <p>{t('ended', { count: placements.ended })}</p>
      </PageSection>
      <PageSection
        title={t('corrected')}
        note={corrected.total === 0 ? undefined : t('correctedNote', { count: corrected.total, amount })}
      >
        {corrected.total === 0 && <p>{t('correctedEmpty')}</p>}
        {corrected.items.length > 0 && <CorrectedTable placements={corrected.items} reader={reader} />}
        <Pagination
          page={corrected.page}
          pages={corrected.pages}
          hrefOf={(page) => `${reader.base}/changes?page=${page}`}
        />
      </PageSection>
      <div className="mt-12">
        <PrintButton>{tUi('print')}</PrintButton>
      </div>
    </>
  );
}
