import { useLocale, useTranslations } from 'next-intl';
import { providerInWords } from '#components/choice/provider-words.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';

const ROWS = [
  ['languages', 'speech'],
  ['premises', 'access'],
  ['meeting', 'screen'],
  ['open', 'clock'],
  ['participants', 'people'],
  ['contract', 'document'],
] as const satisfies readonly (readonly [string, IconName])[];

/** What a participant can compare providers by: the same rows in the same order on every card. */
export function ProviderFacts({ provider }: { provider: ChoiceProvider }) {
  const t = useTranslations('choice');
  const words = providerInWords(t, useLocale(), provider);
  return (
    <dl className="grid content-start gap-x-7 gap-y-4 sm:grid-cols-2">
      {ROWS.map(([name, icon]) => (
        <div key={name} className="relative ps-8">
          <Icon name={icon} className="absolute start-0 top-1 text-accent" />
          <dt className="text-xs text-ink-3">{t(`card.${name}`)}</dt>
          <dd className="leading-snug">
            {name === 'open' && provider.openingHours !== null ? (
              <bdi lang="sv">{provider.openingHours}</bdi>
            ) : (
              words[name]
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
