import { useTranslations } from 'next-intl';
import { EffectKeys } from '#components/effect/effect-keys.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import type { ReportEffects } from '#lib/domain/review/reviewed-report.ts';

/** Everything that each decision would change for the placement: the month, and whatever else hangs on it. */
export function DecisionEffects({ effects }: { readonly effects: ReportEffects }) {
  const t = useTranslations('effect');
  const words = useTranslations('review-decision.choice');
  // A proposed rejection shows what its becoming final would change: said once.
  const choices = (['approve', 'return', 'reject'] as const).flatMap((choice) => {
    const effect = effects[choice];
    return effect === undefined || effect.keys.length === 0 ? [] : [{ choice, effect }];
  });
  if (choices.length === 0) return null;
  return (
    <DisclosureMore summary={t('each')}>
      <div className="grid gap-4">
        {choices.map(({ choice, effect }) => (
          <div key={choice}>
            <p className="font-medium">{words(choice)}</p>
            <EffectKeys effect={effect} caption={t('keysOf', { choice: words(choice) })} />
          </div>
        ))}
      </div>
    </DisclosureMore>
  );
}
