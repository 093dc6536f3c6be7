import { useTranslations } from 'next-intl';
import { Amount } from '#components/ui/amount.tsx';
import type { Effect } from '#lib/domain/effect/effect.ts';
import { entitlementSv, stateSv } from '#lib/domain/effect/effect-sv.ts';

/** Each amount that stands differently after a decision: how it stands today, how it would stand, the difference. */
export function EffectKeys({ effect, caption }: { readonly effect: Effect; readonly caption: string }) {
  const t = useTranslations('effect');
  if (effect.keys.length === 0) return <p className="text-ink-2">{t('nothing')}</p>;
  return (
    <ul aria-label={caption} className="grid">
      {effect.keys.map((row) => (
        <li key={row.key} className="border-b border-line py-2 last:border-b-0">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 font-medium">
            <span>{entitlementSv(row)}</span>
            <Amount value={row.differenceOre} exact signed />
          </p>
          <p className="text-ink-2">{t('before', { state: stateSv(row.before) })}</p>
          <p className="text-ink-2">{t('after', { state: stateSv(row.after) })}</p>
        </li>
      ))}
      <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line-strong py-2 font-bold">
        <span>{t('sum')}</span>
        <Amount value={effect.differenceOre} exact signed />
      </li>
    </ul>
  );
}
