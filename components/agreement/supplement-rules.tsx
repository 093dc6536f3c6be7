import { useTranslations } from 'next-intl';
import { LevelTable } from '#components/agreement/level-table.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';

export function SupplementRules({ supplement }: Pick<AgreementVersion, 'supplement'>) {
  const t = useTranslations('admin.agreement');
  if (supplement === null) return <p className="text-ink-2">{t('none')}</p>;
  const { ore, withinPeriods, releaseMonths } = supplement;
  return (
    <Sheet className="grid gap-4 px-6 py-4 max-md:px-4">
      <LevelTable
        caption={t('supplementCaption')}
        head={t('withinPeriods')}
        unit={t('kronor')}
        rows={[{ key: 'supplement', name: t('periods', { periods: withinPeriods }), ore }]}
      />
      <DescriptionList facts={[{ term: t('release'), detail: t('months', { months: releaseMonths }) }]} />
    </Sheet>
  );
}
