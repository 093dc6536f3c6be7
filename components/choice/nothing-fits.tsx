import { useLocale, useTranslations } from 'next-intl';
import { askedInWords } from '#components/choice/asked-words.ts';
import { filterAddress } from '#components/choice/filter-address.ts';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { type ChoiceFilter, without } from '#lib/domain/choice/choice-filter.ts';
import type { Relaxation } from '#lib/domain/choice/choice-list.ts';

export interface NothingFitsProps {
  path: string;
  filter: ChoiceFilter;
  relaxations: readonly Relaxation[];
}

/** Nobody has all that was asked for: what to leave out, and how many there are then. */
export function NothingFits({ path, filter, relaxations }: NothingFitsProps) {
  const words = {
    t: useTranslations('choice'),
    tActivity: useTranslations('participant.activity'),
    locale: useLocale(),
  };
  const { t } = words;
  return (
    <EmptyState action={<LinkAction href={path}>{t('list.showAll')}</LinkAction>}>
      {relaxations.length === 0 ? t('list.empty') : t('list.dropOne')}
      {relaxations.map(({ drop, total }) => (
        <TextLink
          key={drop}
          href={filterAddress(path, without(filter, drop), 1)}
          className="mt-2 flex min-h-(--target) items-center"
        >
          {t('list.drop', { what: askedInWords(words, filter, drop), count: total })}
        </TextLink>
      ))}
    </EmptyState>
  );
}
