import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { COMPONENT_SV, kronor, REASON_SV } from '#lib/domain/compensation/swedish.ts';
import type { ComponentKronor, CourseKronor } from '#lib/domain/signal/course-kronor.ts';
import { ore } from '#lib/shared/money.ts';

type Props = {
  readonly end: CourseKronor | null;
  readonly goesOn: CourseKronor;
  /** Words of what is beside the end: going on, or as it is. */
  readonly beside: 'goesOn' | 'ended';
};

/** What the placement gives in all if it ends with the work and if it goes on beside it, side by side, with why. */
export function CourseTable({ end, goesOn, beside }: Props) {
  const t = useTranslations('signal.kronor');
  const locale = useLocale();
  const rows = goesOn.components
    .map((going, index) => ({ going, ending: end?.components[index] ?? null }))
    .filter(({ going, ending }) => going.amountOre !== 0 || (ending?.amountOre ?? 0) !== 0);
  const because = [
    ...new Set([...(end?.components ?? []), ...goesOn.components].flatMap((one) => one.because)),
  ];
  return (
    <div className="grid gap-3">
      <DataTable
        caption={
          <>
            {t('title')} <Example />
          </>
        }
        rows={rows}
        rowKey={({ going }) => going.component}
        columns={[
          {
            key: 'what',
            head: t('what'),
            cell: ({ going }) => COMPONENT_SV[going.component],
            sum: t('total'),
          },
          ...(end === null
            ? []
            : [
                {
                  key: 'end',
                  head: t('end'),
                  numeric: true,
                  cell: ({ ending }: (typeof rows)[number]) => <Cell given={ending} />,
                  sum: <Amount value={end.totalOre} />,
                },
              ]),
          {
            key: 'goesOn',
            head: t(beside),
            numeric: true,
            cell: ({ going }) => <Cell given={going} />,
            sum: <Amount value={goesOn.totalOre} />,
          },
        ]}
      />
      <p className="text-xs text-ink-2">{t('lead')}</p>
      {end !== null && <Difference difference={end.totalOre - goesOn.totalOre} />}
      {end === null && beside === 'goesOn' && <p>{t('noEnd')}</p>}
      {end !== null && end.refused !== null && (
        <Notice tone="warn">{t('refused', { reason: REASON_SV[end.refused] })}</Notice>
      )}
      {goesOn.refused !== null && (
        <Notice tone="warn">{t('refusedGoesOn', { reason: REASON_SV[goesOn.refused] })}</Notice>
      )}
      {because.length > 0 && (
        <DisclosureMore summary={t('why')}>
          <ul className="grid gap-2" lang={locale === 'sv' ? undefined : 'sv'}>
            {because.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </DisclosureMore>
      )}
    </div>
  );
}

function Cell({ given }: { readonly given: ComponentKronor | null }) {
  const t = useTranslations('signal.kronor');
  if (given === null) return null;
  return (
    <>
      <Amount value={given.amountOre} />
      {given.days !== null && given.days > 0 && (
        <small className="block text-ink-3">{t('days', { days: given.days })}</small>
      )}
    </>
  );
}

function Difference({ difference }: { readonly difference: number }) {
  const t = useTranslations('signal.kronor');
  if (difference === 0) return <p className="font-medium">{t('differenceNone')}</p>;
  const amount = kronor(ore(Math.abs(difference)));
  return <p className="font-medium">{t(difference > 0 ? 'difference' : 'differenceLess', { amount })}</p>;
}
