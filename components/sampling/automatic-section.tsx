import { useLocale, useTranslations } from 'next-intl';
import { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Meter } from '#components/ui/meter.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { type AutomaticMonth, automaticShare } from '#lib/domain/sampling/sample-view.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

/** How many of each month's reports the rules approved, beside the plan: a number and a bar with the plan's tick. */
export function AutomaticSection({ months }: { readonly months: readonly AutomaticMonth[] }) {
  const t = useTranslations('sampling.automatic');
  const locale = useLocale();
  const { percent } = useEstimateWords();
  const shareOf = (month: AutomaticMonth): string => percent(automaticShare(month) ?? 0);
  const planOf = ({ plannedPermille }: AutomaticMonth): string => percent(plannedPermille / 1000);
  return (
    <PageSection title={t('title')} note={t('note')}>
      {months.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={t('caption')}
            captionHidden
            columns={[
              {
                key: 'month',
                head: t('month'),
                cell: ({ month }) => capitalFirst(formatMonth(month, locale)),
              },
              { key: 'decided', head: t('decided'), numeric: true, cell: ({ decided }) => decided },
              { key: 'automatic', head: t('automatic'), numeric: true, cell: ({ automatic }) => automatic },
              { key: 'share', head: t('share'), numeric: true, cell: shareOf },
              { key: 'plan', head: t('plan'), numeric: true, cell: planOf },
              {
                key: 'picture',
                head: t('picture'),
                cell: (month) => (
                  <Meter
                    value={month.automatic}
                    most={month.decided}
                    least={(month.decided * month.plannedPermille) / 1000}
                    words={t('words', { share: shareOf(month), plan: planOf(month) })}
                    className="min-w-30"
                  />
                ),
              },
            ]}
            rows={months}
            rowKey={({ month }) => month}
          />
          <p className="no-print mt-3">
            <TextLink href="/api/review/automatic/csv" download>
              {t('csv')}
            </TextLink>
          </p>
        </>
      )}
    </PageSection>
  );
}
