import { useTranslations } from 'next-intl';
import { Amount } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import type { Effect, KeyEffect } from '#lib/domain/effect/effect.ts';
import { entitlementSv, stateSv } from '#lib/domain/effect/effect-sv.ts';

/** Each amount that stands differently after a decision: how it stands today, how it would stand, the difference. */
export function EffectKeys({ effect, caption }: { readonly effect: Effect; readonly caption: string }) {
  const t = useTranslations('effect');
  if (effect.keys.length === 0) return <p className="text-ink-2">{t('nothing')}</p>;
  return (
    <DataTable<KeyEffect>
      caption={caption}
      captionHidden
      rows={effect.keys}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', head: t('what'), cell: (row) => entitlementSv(row), sum: t('sum') },
        { key: 'before', head: t('before'), cell: ({ before }) => stateSv(before) },
        { key: 'after', head: t('after'), cell: ({ after }) => stateSv(after) },
        {
          key: 'difference',
          head: t('difference'),
          numeric: true,
          cell: ({ differenceOre }) => <Amount value={differenceOre} exact signed />,
          sum: <Amount value={effect.differenceOre} exact signed />,
        },
      ]}
    />
  );
}
