import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskPanel } from '#components/choice/ask-panel.tsx';
import { ChoiceList } from '#components/choice/choice-list.tsx';
import { DeadlinePanel } from '#components/choice/deadline-panel.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { load } from '#lib/server/http/page.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Search } from '../search.ts';
import { supportPhone } from '../support-phone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

export default async function ChoosePage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const query = choiceFilterQuery.parse(await searchParams);
  const [view, t, locale, phone] = await Promise.all([
    load(listChoice, actor, { ...query, choosingFor: 'choose' }),
    getTranslations('choice.choose'),
    getLocale(),
    supportPhone(),
  ]);
  const { ground, list, today } = view;
  if (ground.kind !== 'choose' || list === null)
    return <NothingToChoose base="/participant" situation={ground.situation} />;
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
          <AskPanel place={ownPlace('choose')} />
        </div>
      )}
      <ChoiceList
        list={list}
        filter={query.filter}
        place={ownPlace('choose')}
        homeKnown={ground.situation.home !== null}
        phone={phone}
      />
    </>
  );
}
