import { useLocale, useTranslations } from 'next-intl';
import { Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Timeline } from '#components/ui/timeline.tsx';
import { REASON_SV } from '#lib/domain/compensation/swedish.ts';
import { entitlementSv, stateSv } from '#lib/domain/effect/effect-sv.ts';
import type { OutcomeStanding } from '#lib/domain/outcome/outcome-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly standing: OutcomeStanding; readonly today: PlainDate };

/** The clock to each milestone, and how each amount stands: paid, on its way, or not payable and why. */
export function OutcomeStandingView({ standing, today }: Props) {
  const t = useTranslations('outcome.standing');
  const locale = useLocale();
  const { clock, amounts } = standing;
  if (clock === null) return null;
  if (typeof clock === 'string') return <Notice tone="warn">{REASON_SV[clock]}</Notice>;
  const reached = clock.milestones.filter(({ dueOn }) => dueOn <= today).length;
  return (
    <div className="grid gap-6">
      <Timeline
        label={t('clock')}
        steps={[
          { title: t('start'), detail: formatDate(clock.start, locale), state: 'done' },
          ...clock.milestones.map(({ months, dueOn }, index) => ({
            title: t('milestone', { months }),
            detail: formatDate(dueOn, locale),
            state:
              index < reached ? ('done' as const) : index === reached ? ('now' as const) : ('later' as const),
          })),
        ]}
      />
      {clock.countedFrom !== clock.start && (
        <p className="text-ink-2">{t('countedFrom', { day: formatDate(clock.countedFrom, locale) })}</p>
      )}
      <Sheet className="px-6 py-4 max-md:px-4">
        <DataTable
          caption={
            <>
              {t('amounts')} <Example />
            </>
          }
          rows={amounts}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', head: t('what'), cell: (row) => entitlementSv(row) },
            { key: 'state', head: t('state'), cell: ({ after }) => stateSv(after) },
          ]}
        />
      </Sheet>
    </div>
  );
}
