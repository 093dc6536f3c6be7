import { getLocale, getTranslations } from 'next-intl/server';
import { AskPanel } from '#components/choice/ask-panel.tsx';
import { ChoiceList } from '#components/choice/choice-list.tsx';
import { DeadlinePanel } from '#components/choice/deadline-panel.tsx';
import { HelpToChoose } from '#components/choice/help-to-choose.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { ChoosingFor } from '#lib/domain/choice/choice-ground.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { supportPhone } from '../participant/support-phone.ts';
import { type Door, loadFrom, placeOf, type Search } from './door.ts';

type Props = { door: Door; search: Search };

/** The providers to choose from, as the participant would see them. */
export async function ChooseList({ door, search }: Props) {
  const query = choiceFilterQuery.parse(await search);
  const [view, t, locale, phone] = await Promise.all([
    loadFrom(door, listChoice, { ...query, choosingFor: 'choose' as const }),
    getTranslations('choice.choose'),
    getLocale(),
    supportPhone(),
  ]);
  const { ground, list, today } = view;
  if (ground.kind !== 'choose' || list === null)
    return <NothingToChoose base={door.base} situation={ground.situation} />;
  const place = placeOf(door, 'choose');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {list.open > 0 && (
          <p className="mt-4">{t('start', { date: dateInWords(ground.period.from, locale, 'weekday') })}</p>
        )}
      </PageHeading>
      {list.open > 0 && (
        <div className="mb-16 grid gap-5 max-md:mb-10 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          <DeadlinePanel chooseBy={ground.toChoose.chooseBy} today={today} />
          <AskPanel place={place} />
        </div>
      )}
      <ChoiceList
        list={list}
        filter={query.filter}
        place={place}
        homeKnown={ground.situation.home !== null}
        phone={phone}
      />
    </>
  );
}

/** Three questions that filter the list. */
export async function HelpWith({ door, choosingFor, search }: Props & { choosingFor: ChoosingFor }) {
  const query = choiceFilterQuery.parse(await search);
  const view = await loadFrom(door, listChoice, { ...query, choosingFor });
  const { ground, list } = view;
  if (list === null) return <NothingToChoose base={door.base} situation={ground.situation} />;
  return <HelpToChoose place={placeOf(door, choosingFor)} filter={query.filter} choices={list} />;
}
