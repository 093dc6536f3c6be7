import { useLocale, useTranslations } from 'next-intl';
import { fitInWords } from '#components/choice/asked-words.ts';
import { Distance } from '#components/choice/distance.tsx';
import { OwnWords, Premises } from '#components/choice/premises.tsx';
import { ProviderFacts } from '#components/choice/provider-facts.tsx';
import { Rating } from '#components/choice/rating.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { askedOf, type ChoiceFilter } from '#lib/domain/choice/choice-filter.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { type ChoosingPlace, confirmPath, officePath } from '#lib/domain/choice/choosing-place.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface ProviderCardProps {
  provider: ChoiceProvider;
  place: ChoosingPlace;
  /** What was asked for, which the card says how it has. */
  filter: ChoiceFilter;
}

/** One of equal cards. Nothing on it is stronger than on another. */
export function ProviderCard({ provider, place, filter }: ProviderCardProps) {
  const t = useTranslations('choice');
  const locale = useLocale();
  const { officeId, name } = provider;
  const headingId = `provider-${officeId}`;
  return (
    <li
      aria-labelledby={headingId}
      className="card rounded-lg border border-line bg-sheet px-8 pt-7 pb-6 max-md:px-4 max-md:pt-5 max-md:pb-4"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <h3 id={headingId} className="text-xl tracking-[-0.015em]">
            <bdi lang="sv">{name}</bdi>
          </h3>
          <p className="text-ink-3">
            <Premises {...provider} />
          </p>
        </div>
        {provider.metres !== null && <Distance metres={provider.metres} />}
      </div>
      {provider.ownWords !== '' && (
        <p className="mt-3 max-w-[50ch] text-lg text-pretty">
          <OwnWords {...provider} />
        </p>
      )}
      {askedOf(filter).length > 0 && <Fit provider={provider} filter={filter} />}
      <div className="mt-5 grid gap-x-10 gap-y-5 border-t border-line pt-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <ProviderFacts provider={provider} />
        <div className="max-lg:border-t max-lg:border-line max-lg:pt-4 lg:border-s lg:border-line lg:ps-7">
          <Rating rating={provider.rating} />
        </div>
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-x-7 gap-y-1">
        <LinkAction look="go" big href={confirmPath(place, officeId)} className="max-sm:w-full sm:min-w-84">
          {t(place.choosingFor === 'choose' ? 'card.choose' : 'card.switchTo', {
            provider: isolated(name, locale),
          })}
        </LinkAction>
        <label className="choice items-center">
          <input type="checkbox" name="compare" value={officeId} />
          <span>
            {t('card.compare')}
            <span className="sr-only">
              {' '}
              <bdi lang="sv">{name}</bdi>
            </span>
          </span>
        </label>
        <TextLink href={officePath(place, officeId)} className="inline-flex min-h-(--target) items-center">
          {t('card.more')}
          <span className="sr-only"> {t('card.about', { provider: isolated(name, locale) })}</span>
        </TextLink>
      </div>
    </li>
  );
}

/** How the provider has each thing that was asked for. */
function Fit({ provider, filter }: Pick<ProviderCardProps, 'provider' | 'filter'>) {
  const words = {
    t: useTranslations('choice'),
    tActivity: useTranslations('participant.activity'),
    locale: useLocale(),
  };
  return (
    <ul className="mt-3 grid gap-1">
      {askedOf(filter).map((criterion) => (
        <li key={criterion} className="flex gap-2">
          <Icon name="ok" className="mt-1 text-ok" />
          <span>{fitInWords(words, filter, criterion, provider)}</span>
        </li>
      ))}
    </ul>
  );
}
