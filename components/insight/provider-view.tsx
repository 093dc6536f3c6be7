import { useLocale, useTranslations } from 'next-intl';
import { DecisionSections } from '#components/insight/provider-decisions.tsx';
import { QualitySection, SampleSection } from '#components/insight/provider-samples.tsx';
import { MonthsFilter } from '#components/insight/months-filter.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { MonthStates, ProviderPage } from '#lib/domain/insight/provider-page.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

type Props = { readonly page: ProviderPage };

/** One provider on one page: what waits, what was sent and decided, what others say of it, what samples and checks have found. */
export function ProviderView({ page }: Props) {
  const t = useTranslations('review-insight.provider');
  const locale = useLocale();
  const { figures, from, to, areas, offices } = page;
  const path = `/review/providers/${figures.providerId}`;
  return (
    <>
      <Breadcrumbs above={[{ href: '/review/providers', words: t('all') }]} here={figures.name} />
      <PageHeading
        title={figures.name}
        lead={t('lead', {
          orgNo: formatOrgNo(figures.orgNo),
          placements: figures.placements,
          offices,
          areas: areas.join(', '),
        })}
      />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <MonthsFilter action={path} from={from} to={to} />
        <div className="no-print flex flex-wrap gap-3">
          <LinkAction href={`/api${path}/csv?from=${from}&to=${to}`} look="plain" icon="download">
            {t('csv')}
          </LinkAction>
          <PrintButton>{t('print')}</PrintButton>
        </div>
      </div>
      <PageSection title={t('now')} note={t('nowNote')}>
        <DescriptionList
          facts={[
            {
              term: t('waiting'),
              detail: t('waitingOf', { waiting: figures.waiting, overdue: figures.overdue }),
            },
            {
              term: t('waitingKronor'),
              detail: (
                <>
                  <Amount value={page.waitingOre} /> <Example />
                </>
              ),
            },
            { term: t('deviations'), detail: figures.deviations },
            { term: t('requests'), detail: figures.requests },
            { term: t('openComplaints'), detail: page.complaints.open },
          ]}
        />
      </PageSection>
      <PageSection
        title={t('reports')}
        note={t('reportsNote', { from: formatMonth(from, locale), to: formatMonth(to, locale) })}
      >
        {page.months.length === 0 ? (
          <p className="text-ink-2">{t('noReports')}</p>
        ) : (
          <MonthTable page={page} />
        )}
      </PageSection>
      <DecisionSections page={page} />
      <SampleSection page={page} />
      <QualitySection page={page} />
      <p className="mt-8 text-sm text-ink-2">
        {t('readAt')} <InstantText instant={new Date(page.readAt)} />.
      </p>
    </>
  );
}

const STATES = [
  'automatic',
  'waiting',
  'communicated',
  'byRules',
  'byPerson',
  'returned',
  'rejected',
] as const;

function MonthTable({ page: { months } }: Props) {
  const t = useTranslations('review-insight.provider');
  const locale = useLocale();
  const number = (key: (typeof STATES)[number] | 'sent' | 'late'): Column<MonthStates> => ({
    key,
    head: t(`state.${key}`),
    numeric: true,
    cell: (row) => (row[key] === 0 ? <span className="text-ink-3">0</span> : row[key]),
    sum: months.reduce((sum, row) => sum + row[key], 0),
  });
  return (
    <DataTable<MonthStates>
      caption={t('reportsCaption')}
      captionHidden
      narrow="scroll"
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        {
          key: 'month',
          head: t('month'),
          cell: ({ month }) => capitalFirst(formatMonth(month, locale)),
          sum: t('sum'),
        },
        number('sent'),
        number('late'),
        ...STATES.map(number),
      ]}
    />
  );
}
