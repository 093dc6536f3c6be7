import { useLocale, useTranslations } from 'next-intl';
import { CorrectionActions } from '#components/placement-correction/correction-actions.tsx';
import { CorrectionItems } from '#components/placement-correction/correction-items.tsx';
import { CorrectionState } from '#components/placement-correction/correction-state.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { CorrectionPage, ProviderSums } from '#lib/domain/placement-correction/correction.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: CorrectionPage;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly mayAct: boolean;
  readonly done: string | null;
};

const DONE = ['declared', 'submitted', 'withdrawn', 'recalculated', 'decided'] as const;

/** A correction: what went wrong, its kronor in all, by provider and by placement, and what can be done about it. */
export function CorrectionView({ page, attempt, formKey, mayAct, done }: Props) {
  const t = useTranslations('placement-correction');
  const locale = useLocale();
  const { correction } = page;
  const said = DONE.find((one) => one === done);
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <Breadcrumbs above={[{ href: '/admin/corrections', words: t('list.title') }]} here={t('show.title')} />
      <PageHeading
        title={t('show.title')}
        lead={t('show.lead', { placements: correction.placements, providers: correction.providers })}
      />
      {said !== undefined && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${said}`)}
        </Notice>
      )}
      <Sheet className="px-6 py-3 max-md:px-4">
        <DescriptionList
          facts={[
            { term: t('show.status'), detail: <CorrectionState status={correction.status} /> },
            { term: t('show.what'), detail: correction.what },
            { term: t('show.occurredOn'), detail: formatDate(correction.occurredOn, locale) },
            { term: t('show.declaredBy'), detail: correction.declaredByName },
            {
              term: t('show.difference'),
              detail: (
                <>
                  <Amount value={correction.differenceOre} size="lead" exact signed />{' '}
                  <Example>{t('show.noVat')}</Example>
                </>
              ),
            },
            { term: t('show.next'), detail: <Amount value={correction.nextOre} exact /> },
            { term: t('show.calculatedOn'), detail: formatDate(correction.calculatedOn, locale) },
            ...(correction.decidedAt === null
              ? []
              : [
                  {
                    term: t('show.decided'),
                    detail: (
                      <>
                        {correction.decidedByName} <InstantText instant={new Date(correction.decidedAt)} />{' '}
                        {correction.decisionReason}
                      </>
                    ),
                  },
                ]),
          ]}
        />
      </Sheet>
      <div className="mt-8">
        <CorrectionActions page={page} attempt={attempt} formKey={formKey} mayAct={mayAct} />
      </div>
      <PageSection title={t('show.byProvider')}>
        <Sheet className="p-6 max-md:px-4">
          <DataTable<ProviderSums>
            caption={t('show.byProvider')}
            captionHidden
            rows={page.byProvider}
            rowKey={({ providerId }) => providerId}
            columns={[
              {
                key: 'provider',
                head: t('items.provider'),
                cell: (row) => row.providerName,
                sum: t('show.sum'),
              },
              {
                key: 'placements',
                head: t('list.placements'),
                numeric: true,
                cell: (row) => row.placements,
                sum: correction.placements,
              },
              {
                key: 'difference',
                head: t('items.difference'),
                unit: <Example />,
                numeric: true,
                cell: (row) => <Amount value={row.differenceOre} exact signed />,
                sum: <Amount value={correction.differenceOre} exact signed />,
              },
              {
                key: 'next',
                head: t('items.next'),
                numeric: true,
                cell: (row) => <Amount value={row.nextOre} exact />,
                sum: <Amount value={correction.nextOre} exact />,
              },
            ]}
          />
        </Sheet>
      </PageSection>
      <PageSection
        title={t('items.caption')}
        note={<a href={`/api/corrections/${correction.id}/csv`}>{t('show.csv')}</a>}
      >
        <CorrectionItems page={page} />
      </PageSection>
    </>
  );
}
