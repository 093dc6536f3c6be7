import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Refusal } from '#components/choice/refusal.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { loadAttempt } from '#lib/server/http/page.ts';
import { ConfirmChoiceFrom } from '../../../../_choosing/confirm-choice.tsx';
import { ownDoor, type Search } from '../../../../_choosing/door.ts';

type Props = { params: Promise<{ officeId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

export default async function ConfirmChoicePage({ params, searchParams }: Props) {
  const actor = await requireActor('participant');
  const { officeId } = await params;
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], chooseProvider.name);
  return (
    <>
      <Refusal attempt={attempt} />
      <ConfirmChoiceFrom door={ownDoor(actor)} officeId={officeId} />
    </>
  );
}
