import { useLocale, useTranslations } from 'next-intl';
import { ChoiceSelect } from '#components/choice/choice-selects.tsx';
import { LIST_ID } from '#components/choice/filter-address.ts';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { ChoiceFilter, Choices } from '#lib/domain/choice/choice-filter.ts';
import { type ChoosingPlace, listPath } from '#lib/domain/choice/choosing-place.ts';

export interface HelpToChooseProps {
  place: ChoosingPlace;
  /** What was answered before. */
  filter: ChoiceFilter;
  choices: Choices;
}

/** Three questions that narrow the list. Each can be left out; none orders anybody before another. */
export function HelpToChoose({ place, filter, choices }: HelpToChooseProps) {
  const t = useTranslations('choice.help');
  const shared = { filter, choices, locale: useLocale(), any: t('any') };
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <form method="get" action={`${listPath(place)}#${LIST_ID}`} className="grid max-w-measure gap-8">
        <ChoiceSelect name="language" label={t('language')} {...shared} />
        <RadioGroup
          name="meeting"
          legend={t('meeting')}
          chosen={filter.meeting ?? ''}
          options={[
            { value: '', label: t('any') },
            { value: 'onSite', label: t('onSite') },
            { value: 'distance', label: t('distance') },
          ]}
        />
        <fieldset className="grid gap-4">
          <legend className="mb-1 font-medium">{t('matters')}</legend>
          <p className="text-ink-2">{t('mattersHint')}</p>
          <ChoiceSelect name="access" label={t('access')} {...shared} />
          <ChoiceSelect name="support" label={t('support')} {...shared} />
          <ChoiceSelect name="field" label={t('field')} {...shared} />
        </fieldset>
        <p className="text-ink-2">{t('promise')}</p>
        <p className="flex flex-wrap gap-4">
          <Button look="go" big>
            {t('submit')}
          </Button>
          <LinkAction big href={listPath(place)}>
            {t('back')}
          </LinkAction>
        </p>
      </form>
    </>
  );
}
