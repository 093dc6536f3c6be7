import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskPanel } from '#components/choice/ask-panel.tsx';
import { ChoiceList } from '#components/choice/choice-list.tsx';
import { NoSwitch } from '#components/choice/no-switch.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { PendingSwitchNotice } from '#components/choice/pending-switch.tsx';
import { Refusal } from '#components/choice/refusal.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';
import type { Search } from '../search.ts';
import { supportPhone } from '../support-phone.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.switch');
  return { title: t('title') };
}

export default async function SwitchPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const search = await searchParams;
  const query = choiceFilterQuery.parse(search);
  const [view, attempt, phone] = await Promise.all([
    load(listChoice, actor, { ...query, choosingFor: 'switch' }),
    loadAttempt(actor, search['attempt'], undoSwitch.name),
    supportPhone(),
  ]);
  const { ground, list } = view;
  const { situation } = ground;
  if (ground.kind === 'noSwitch') {
    const pending = (
      <PendingSwitchNotice
        base="/participant"
        situation={situation}
        formKey={newId()}
        back="/participant/switch"
      />
    );
    return (
      <>
        <Refusal attempt={attempt} />
        <NoSwitch ground={ground} pending={pending} phone={phone} />
      </>
    );
  }
  if (ground.kind !== 'switch' || list === null)
    return <NothingToChoose base="/participant" situation={ground.situation} />;
  const [t, locale] = await Promise.all([getTranslations('choice.switch'), getLocale()]);
  return (
    <>
      <Refusal attempt={attempt} />
      <PageHeading title={t('title')} lead={t('lead')}>
        <p className="mt-4 max-w-measure">
          {t('now', { provider: isolated(ground.placement.provider, locale) })}
        </p>
        <p className="max-w-measure">
          {t('effective', { date: dateInWords(ground.period.from, locale, 'weekday') })}
        </p>
      </PageHeading>
      <div className="mb-16 max-w-measure max-md:mb-10">
        <AskPanel place={ownPlace('switch')} />
      </div>
      <ChoiceList
        list={list}
        filter={query.filter}
        place={ownPlace('switch')}
        homeKnown={situation.home !== null}
        phone={phone}
      />
    </>
  );
}
