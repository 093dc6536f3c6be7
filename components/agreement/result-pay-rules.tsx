import { useTranslations } from 'next-intl';
import { LevelTable } from '#components/agreement/level-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';

export function ResultPayRules({ resultPay }: Pick<AgreementVersion, 'resultPay'>) {
  const t = useTranslations('admin.agreement');
  return (
    <Sheet className="grid gap-4 px-6 py-4 max-md:px-4">
      <LevelTable
        caption={t('resultPayCaption')}
        head={t('from')}
        unit={t('kronor')}
        rows={resultPay.rates.map(({ from, ore }) => ({ key: from, name: <DateText date={from} />, ore }))}
      />
      <DescriptionList facts={useFacts(resultPay)} />
    </Sheet>
  );
}

function useFacts(resultPay: AgreementVersion['resultPay']): readonly Fact[] {
  const t = useTranslations('admin.agreement');
  const { milestones, types, extentShares } = resultPay;
  return [
    {
      term: t('milestones'),
      detail: milestones
        .map(({ months, sharePermille }) => t('milestone', { months, percent: sharePermille / 10 }))
        .join(', '),
    },
    { term: t('types'), detail: types.map((type) => t(`outcomes.${type}`)).join(', ') },
    { term: t('countFrom'), detail: t(`countedFrom.${resultPay.countFrom}`) },
    { term: t('minExtent'), detail: t('percent', { percent: resultPay.minExtentPercent }) },
    ...(extentShares === null
      ? []
      : [
          {
            term: t('extentShares'),
            detail: extentShares
              .map(({ fromPercent, permille }) =>
                t('extentShare', { from: fromPercent, percent: permille / 10 }),
              )
              .join(', '),
          },
        ]),
    { term: t('maxGap'), detail: t('days', { days: resultPay.maxGapDays }) },
    { term: t('startWithin'), detail: t('monthsAfterEnd', { months: resultPay.startWithinMonthsAfterEnd }) },
    {
      term: t('signalWithin'),
      detail: t('monthsAfterEnd', { months: resultPay.signalWithinMonthsAfterEnd }),
    },
    {
      term: t('studies'),
      detail: t(resultPay.studiesByApplication ? 'studiesByApplication' : 'studiesByStart'),
    },
    {
      term: t('related'),
      detail: t(resultPay.excludeRelatedEmployers ? 'relatedExcluded' : 'relatedIncluded'),
    },
  ];
}
