import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { AttestPreview } from '#lib/domain/report/attest-preview.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';
import { ore } from '#lib/shared/money.ts';

type Props = { readonly preview: AttestPreview };

/** What all that is sent adds up to: against the month before, by activity and form, level and office. */
export function AttestSums({ preview }: Props) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Difference preview={preview} />
      <Sums preview={preview} />
    </div>
  );
}

function Difference({ preview }: Props) {
  const t = useTranslations('attest.difference');
  const locale = useStaffLocale();
  const { rows, sums, amountOre, lastMonth } = preview;
  const before = formatMonthName(lastMonth.month, locale);
  return (
    <Card title={t('title', { month: before })}>
      {lastMonth.reports === 0 ? (
        <p className="text-ink-2">{t('noLast', { month: before })}</p>
      ) : (
        <DescriptionList
          facts={[
            { term: t('reports'), detail: t('against', { now: rows.length, before: lastMonth.reports }) },
            {
              term: t('support'),
              detail: t('against', {
                now: hoursAsClock(sums.support),
                before: hoursAsClock(lastMonth.support),
              }),
            },
            {
              term: t('amount'),
              detail: (
                <>
                  <Amount value={amountOre} /> ({t('change')}{' '}
                  <Amount value={ore(amountOre - lastMonth.amountOre)} signed />) <Example />
                </>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Sums({ preview: { sums, rows, amountOre } }: Props) {
  const t = useTranslations('attest.sums');
  const locale = useStaffLocale();
  const clock = (minutes: number): string => hoursAsClock(minutes);
  return (
    <Card title={t('title')}>
      <DisclosureMore summary={t('byForm')}>
        <DataTable
          caption={t('byForm')}
          captionHidden
          rows={sums.byForm}
          rowKey={({ activity, form }) => `${activity} ${form}`}
          columns={[
            {
              key: 'activity',
              head: t('activity'),
              sum: t('all'),
              cell: (r) => activityName(r.activity, locale),
            },
            {
              key: 'form',
              head: t('form'),
              cell: ({ form }) => (form === null ? '–' : formName(form, locale)),
            },
            {
              key: 'time',
              head: t('time'),
              numeric: true,
              sum: clock(sums.minutes),
              cell: (r) => clock(r.minutes),
            },
          ]}
        />
      </DisclosureMore>
      <DisclosureMore summary={t('byLevel')}>
        <DataTable
          caption={t('byLevel')}
          captionHidden
          rows={(['A', 'B', 'C'] as const).map((level) => ({ level, ...sums.byLevel[level] }))}
          rowKey={({ level }) => level}
          columns={[
            { key: 'level', head: t('level'), cell: ({ level }) => level },
            {
              key: 'tookPart',
              head: t('tookPart'),
              numeric: true,
              cell: ({ participants }) => participants,
            },
            { key: 'support', head: t('support'), numeric: true, cell: ({ support }) => clock(support) },
          ]}
        />
      </DisclosureMore>
      <DisclosureMore summary={t('byOffice')}>
        <DataTable
          caption={t('byOffice')}
          captionHidden
          rows={sums.byOffice}
          rowKey={({ officeId }) => officeId}
          columns={[
            { key: 'office', head: t('office'), sum: t('all'), cell: ({ officeName }) => officeName },
            {
              key: 'reports',
              head: t('reports'),
              numeric: true,
              sum: rows.length,
              cell: ({ reports }) => reports,
            },
            {
              key: 'support',
              head: t('support'),
              numeric: true,
              sum: clock(sums.support),
              cell: ({ support }) => clock(support),
            },
            {
              key: 'amount',
              head: t('amount'),
              unit: <Example />,
              numeric: true,
              sum: <Amount value={amountOre} />,
              cell: (office) => <Amount value={office.amountOre} />,
            },
          ]}
        />
      </DisclosureMore>
    </Card>
  );
}
