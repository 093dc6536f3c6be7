import { useTranslations } from 'next-intl';
import { LevelTable } from '#components/agreement/level-table.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';

export function SpeedBonusRules({ speedBonus }: Pick<AgreementVersion, 'speedBonus'>) {
  const t = useTranslations('admin.agreement');
  if (speedBonus === null) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <Sheet className="grid gap-4 px-6 py-4 max-md:px-4">
      {speedBonus.kind === 'tiers' && (
        <LevelTable
          caption={t('speedBonusCaption')}
          head={t('tier')}
          unit={t('kronor')}
          rows={speedBonus.tiers.map(({ beforeDay, ore }) => ({
            key: String(beforeDay),
            name: t('before', { day: beforeDay }),
            ore,
          }))}
        />
      )}
      <DescriptionList
        facts={[
          ...(speedBonus.kind === 'unusedBasePay'
            ? [{ term: t('amount'), detail: t('unusedBasePay', { percent: speedBonus.sharePermille / 10 }) }]
            : []),
          { term: t('minExtent'), detail: t('percent', { percent: speedBonus.minExtentPercent }) },
          { term: t('release'), detail: t('months', { months: speedBonus.releaseMonths }) },
        ]}
      />
    </Sheet>
  );
}
