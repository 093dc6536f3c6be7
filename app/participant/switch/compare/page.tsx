import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompareView } from '#components/choice/compare-view.tsx';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { compareQuery } from '#lib/schemas/choice.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { compareOffices } from '#lib/server/choice/compare-offices.ts';
import { load } from '#lib/server/http/page.ts';
import type { Search } from '../../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.compare');
  return { title: t('title') };
}

export default async function CompareSwitchPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const { officeIds, tooMany } = compareQuery.parse(await searchParams);
  const { offices } = await load(compareOffices, actor, { officeIds, choosingFor: 'switch' });
  return <CompareView providers={offices} tooMany={tooMany} place={ownPlace('switch')} />;
}
