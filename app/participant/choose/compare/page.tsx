import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '#lib/server/auth/actor.ts';
import { ownDoor, type Search } from '../../../_choosing/door.ts';
import { CompareFrom } from '../../../_choosing/office.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.compare');
  return { title: t('title') };
}

export default async function CompareChoosePage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  return <CompareFrom door={ownDoor(actor)} choosingFor="choose" search={searchParams} />;
}
