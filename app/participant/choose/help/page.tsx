import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '#lib/server/auth/actor.ts';
import { HelpWith } from '../../../_choosing/choose-list.tsx';
import { ownDoor, type Search } from '../../../_choosing/door.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.help');
  return { title: t('title') };
}

export default async function HelpToChoosePage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  return <HelpWith door={ownDoor(actor)} choosingFor="choose" search={searchParams} />;
}
