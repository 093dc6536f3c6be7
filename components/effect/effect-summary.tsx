import { useTranslations } from 'next-intl';
import { EffectKeys } from '#components/effect/effect-keys.tsx';
import { Example } from '#components/ui/amount.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import type { Effect } from '#lib/domain/effect/effect.ts';
import { differenceSv, nextStatementSv } from '#lib/domain/effect/effect-sv.ts';

type Props = { readonly effect: Effect; readonly caption: string; readonly open?: boolean };

/** What a decision does in kronor, before it is made: the difference, the next statement, and each amount on request. */
export function EffectSummary({ effect, caption, open = false }: Props) {
  const t = useTranslations('effect');
  return (
    <div className="grid gap-1">
      <p>
        <b>{differenceSv(effect)}</b> {nextStatementSv(effect)} <Example>{t('noVat')}</Example>
      </p>
      {effect.keys.length > 0 && (
        <DisclosureMore summary={t('each')} open={open}>
          <EffectKeys effect={effect} caption={caption} />
        </DisclosureMore>
      )}
    </div>
  );
}
