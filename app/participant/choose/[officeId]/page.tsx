import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OfficePage } from '#components/choice/office-page.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { showOffice } from '#lib/server/choice/show-office.ts';
import { load } from '#lib/server/http/page.ts';

type Props = { params: Promise<{ officeId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.office');
  return { title: t('facts') };
}

export default async function ChooseOfficePage({ params }: Props) {
  const actor = await requireActor('participant');
  const { officeId } = await params;
  const { ground, office, others } = await load(showOffice, actor, {
    officeId,
    choosingFor: 'choose',
  });
  if (office === null) return <NothingToChoose base="/participant" situation={ground.situation} />;
  return <OfficePage office={office} others={others} place={ownPlace('choose')} />;
}
