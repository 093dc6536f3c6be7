import { useTranslations } from 'next-intl';
import { LevelTable } from '#components/agreement/level-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';

export function BasePayRules({ basePay }: Pick<AgreementVersion, 'basePay'>) {
  const t = useTranslations('admin.agreement');
  const { rates, noPayAbsences, lapsesAfterDays } = basePay;
  return (
    <Sheet className="grid gap-4 px-6 py-4 max-md:px-4">
      <LevelTable
        caption={t('basePayCaption')}
        head={t('from')}
        unit={t('perDay')}
        rows={rates.map(({ from, orePerDay }) => ({
          key: from,
          name: <DateText date={from} />,
          ore: orePerDay,
        }))}
      />
      <DescriptionList
        facts={[
          {
            term: t('noPayAbsences'),
            detail:
              noPayAbsences.length === 0
                ? t('noneAbsences')
                : noPayAbsences.map((reason) => t(`absences.${reason}`)).join(', '),
          },
          {
            term: t('lapses'),
            detail: lapsesAfterDays === null ? t('never') : t('lapsesAfter', { days: lapsesAfterDays }),
          },
        ]}
      />
    </Sheet>
  );
}
