import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpToChoose } from '#components/choice/help-to-choose.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { choiceFilterQuery } from '#lib/schemas/choice.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { listChoice } from '#lib/server/choice/list-choice.ts';
import { load } from '#lib/server/http/page.ts';
import type { Search } from '../../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.help');
  return { title: t('title') };
}

export default async function HelpToChoosePage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const query = choiceFilterQuery.parse(await searchParams);
  const { ground, list } = await load(listChoice, actor, { ...query, choosingFor: 'choose' });
  if (list === null) return <NothingToChoose base="/participant" situation={ground.situation} />;
  return <HelpToChoose place={ownPlace('choose')} filter={query.filter} choices={list} />;
}
