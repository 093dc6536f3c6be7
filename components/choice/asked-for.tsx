import { useLocale, useTranslations } from 'next-intl';
import { askedInWords } from '#components/choice/asked-words.ts';
import { filterAddress } from '#components/choice/filter-address.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { askedOf, type ChoiceFilter, without } from '#lib/domain/choice/choice-filter.ts';

export interface AskedForProps {
  path: string;
  filter: ChoiceFilter;
}

/** What has been asked for, and a way to stop asking for each. Nothing where nothing has. */
export function AskedFor({ path, filter }: AskedForProps) {
  const words = {
    t: useTranslations('choice'),
    tActivity: useTranslations('participant.activity'),
    locale: useLocale(),
  };
  const { t } = words;
  const asked = [...(filter.name === '' ? [] : (['name'] as const)), ...askedOf(filter)];
  if (asked.length === 0) return null;
  return (
    <div className="no-print my-4">
      <p className="font-medium" id="asked">
        {t('asked.title')}
      </p>
      <ul aria-labelledby="asked">
        {asked.map((criterion) => {
          const what = askedInWords(words, filter, criterion);
          return (
            <li key={criterion} className="flex flex-wrap items-center gap-x-4">
              <span>{criterion === 'name' ? t('asked.name', { name: what }) : what}</span>
              <TextLink
                href={filterAddress(path, without(filter, criterion), 1)}
                className="inline-flex min-h-(--target) min-w-(--target) items-center"
              >
                {t('asked.remove')}
                <span className="sr-only"> {what}</span>
              </TextLink>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
