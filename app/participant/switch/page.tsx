import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Refusal } from '#components/choice/refusal.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { loadAttempt } from '#lib/server/http/page.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import { ownDoor, type Search } from '../../_choosing/door.ts';
import { SwitchList } from '../../_choosing/switch-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.switch');
  return { title: t('title') };
}

export default async function SwitchPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('participant');
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], undoSwitch.name);
  return (
    <>
      <Refusal attempt={attempt} />
      <SwitchList door={ownDoor(actor)} search={searchParams} hasHelp />
    </>
  );
}
