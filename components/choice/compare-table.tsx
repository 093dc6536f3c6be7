import { useLocale, useTranslations } from 'next-intl';
import { Distance } from '#components/choice/distance.tsx';
import { fieldInWords, type ListWords, supportInWords } from '#components/choice/asked-words.ts';
import { OwnWords, Premises } from '#components/choice/premises.tsx';
import { providerInWords } from '#components/choice/provider-words.ts';
import { Rating } from '#components/choice/rating.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Table } from '#components/ui/table.tsx';
import { inARow } from '#lib/shared/i18n/in-a-row.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { type ChoosingPlace, confirmPath } from '#lib/domain/choice/choosing-place.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface CompareTableProps {
  providers: readonly ChoiceProvider[];
  place: ChoosingPlace;
}

const FACTS = ['languages', 'meeting', 'premises', 'open', 'participants', 'contract'] as const;

const PRESENTED = ['support', 'fields'] as const;

/** Up to three providers beside each other; on phones each fact with what all of them say about it. */
export function CompareTable({ providers, place }: CompareTableProps) {
  const t = useTranslations('choice');
  const tRating = useTranslations('rating');
  const locale = useLocale();
  const list = { t, tActivity: useTranslations('participant.activity'), locale };
  const columns = providers.map((provider) => ({ provider, words: providerInWords(t, locale, provider) }));
  return (
    <Table caption={t('compare.caption')} captionHidden>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('compare.what')}</span>
          </th>
          {columns.map(({ provider }) => (
            <th key={provider.officeId} scope="col" className="text-base font-bold text-ink">
              <bdi lang="sv">{provider.name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('card.address')}</th>
          {columns.map(({ provider }) => (
            <td key={provider.officeId} data-label={provider.name}>
              <Premises {...provider} />
            </td>
          ))}
        </tr>
        {providers.some(({ metres }) => metres !== null) && (
          <tr>
            <th scope="row">{t('card.distance')}</th>
            {columns.map(({ provider }) => (
              <td key={provider.officeId} data-label={provider.name}>
                {provider.metres !== null && <Distance metres={provider.metres} />}
              </td>
            ))}
          </tr>
        )}
        <tr>
          <th scope="row">{t('office.own')}</th>
          {columns.map(({ provider }) => (
            <td key={provider.officeId} data-label={provider.name}>
              {provider.ownWords === '' ? t('card.notSaid') : <OwnWords {...provider} />}
            </td>
          ))}
        </tr>
        {PRESENTED.map((fact) => (
          <tr key={fact}>
            <th scope="row">{t(`compare.${fact}`)}</th>
            {columns.map(({ provider }) => (
              <td key={provider.officeId} data-label={provider.name}>
                {presentedInWords(list, provider, fact) || t('card.notSaid')}
              </td>
            ))}
          </tr>
        ))}
        {FACTS.map((fact) => (
          <tr key={fact}>
            <th scope="row">{t(`card.${fact}`)}</th>
            {columns.map(({ provider, words }) => (
              <td key={provider.officeId} data-label={provider.name}>
                {fact === 'open' && provider.openingHours !== null ? (
                  <bdi lang="sv">{provider.openingHours}</bdi>
                ) : (
                  words[fact]
                )}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{tRating('title')}</th>
          {columns.map(({ provider }) => (
            <td key={provider.officeId} data-label={provider.name}>
              <Rating rating={provider.rating} untitled />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('compare.yourChoice')}</th>
          {columns.map(({ provider }) => (
            <td key={provider.officeId}>
              <LinkAction look="go" big href={confirmPath(place, provider.officeId)}>
                {t(place.choosingFor === 'choose' ? 'card.choose' : 'card.switchTo', {
                  provider: isolated(provider.name, locale),
                })}
              </LinkAction>
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}

/** What a provider has had approved that it is good at; empty where it has not said. */
function presentedInWords(
  words: ListWords,
  { presentation }: ChoiceProvider,
  fact: (typeof PRESENTED)[number],
): string {
  if (presentation === null) return '';
  return fact === 'support'
    ? inARow(
        presentation.support.map((code) => supportInWords(words, code)),
        words.locale,
      )
    : inARow(
        presentation.fields.map((code) => fieldInWords(words, code)),
        words.locale,
      );
}
