import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessPage } from '#components/participant/access-page.tsx';
import { ownReadingsInput } from '#lib/schemas/own-reading.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listOwnReadings } from '#lib/server/participant/list-own-readings.ts';
import type { Search } from '../search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('own-access');
  return { title: t('title') };
}

export default async function OwnAccessPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const asked = ownReadingsInput.parse(await searchParams);
  return <AccessPage own={await load(listOwnReadings, actor, asked)} from={asked.from} />;
}
