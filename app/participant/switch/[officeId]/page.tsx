import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '#lib/server/auth/actor.ts';
import { ownDoor } from '../../../_choosing/door.ts';
import { OfficeFrom } from '../../../_choosing/office.tsx';

type Props = { params: Promise<{ officeId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.office');
  return { title: t('facts') };
}

export default async function SwitchOfficePage({ params }: Props) {
  const actor = await requireActor('participant');
  const { officeId } = await params;
  return <OfficeFrom door={ownDoor(actor)} choosingFor="switch" officeId={officeId} />;
}
