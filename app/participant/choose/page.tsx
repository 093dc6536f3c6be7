import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '#lib/server/auth/actor.ts';
import { ChooseList } from '../../_choosing/choose-list.tsx';
import { ownDoor, type Search } from '../../_choosing/door.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

export default async function ChoosePage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  return <ChooseList door={ownDoor(actor)} search={searchParams} />;
}
