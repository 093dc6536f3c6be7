import { useLocale, useTranslations } from 'next-intl';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import type { ExtensionFacts } from '#lib/domain/extension/extension.ts';
import { secondPeriod } from '#lib/domain/placement-decision/extend-placement.ts';
import {
  basePayPotential,
  confirmationOf,
  effectOfExtension,
} from '#lib/domain/placement-decision/shown-effect.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  /** First day after the first period. */
  readonly to: PlainDate;
  readonly facts: ExtensionFacts;
  readonly coachName: string | null;
  /** Name of the hidden field that says which kronor were shown. */
  readonly name: string;
};

/** What a second period is, and what it does in kronor, before it is decided. */
export function ExtensionKronor({ to, facts, coachName, name }: Props) {
  const t = useTranslations('extension.kronor');
  const locale = useLocale();
  const { money, periodDays } = facts;
  if (money === null) return null;
  const given = secondPeriod({ to }, periodDays);
  const effect = effectOfExtension(money, given);
  const days = {
    from: formatDate(given.from, locale),
    last: formatDate(addDays(given.to, -1), locale),
    days: periodDays,
  };
  return (
    <section className="grid gap-3" aria-label={t('title')}>
      <input type="hidden" name={name} value={confirmationOf(given.to, effect)} />
      <p className="font-medium">{t('title')}</p>
      <DescriptionList
        facts={[
          { term: t('period'), detail: t('days', days) },
          { term: t('coach'), detail: coachName ?? t('noCoach') },
          {
            term: t('potential'),
            detail: (
              <>
                <Amount value={basePayPotential(money, given)} /> <Example>{t('potentialNote')}</Example>
              </>
            ),
          },
        ]}
      />
      <EffectSummary effect={effect} caption={t('title')} />
    </section>
  );
}
