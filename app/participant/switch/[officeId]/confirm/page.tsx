import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Refusal } from '#components/choice/refusal.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { loadAttempt } from '#lib/server/http/page.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import { ConfirmSwitchFrom } from '../../../../_choosing/confirm-switch.tsx';
import { ownDoor, type Search } from '../../../../_choosing/door.ts';

type Props = { params: Promise<{ officeId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.switch');
  return { title: t('title') };
}

export default async function ConfirmSwitchPage({ params, searchParams }: Props) {
  const actor = await requireActor('participant');
  const { officeId } = await params;
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], switchProvider.name);
  return (
    <>
      <Refusal attempt={attempt} />
      <ConfirmSwitchFrom door={ownDoor(actor)} officeId={officeId} attempt={attempt} />
    </>
  );
}
