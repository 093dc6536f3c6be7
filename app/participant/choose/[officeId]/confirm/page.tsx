import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmChoice } from '#components/choice/confirm-choice.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { OfficePage } from '#components/choice/office-page.tsx';
import { Refusal } from '#components/choice/refusal.tsx';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { showOffice } from '#lib/server/choice/show-office.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import type { Search } from '../../../search.ts';

type Props = { params: Promise<{ officeId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

export default async function ConfirmChoicePage({ params, searchParams }: Props) {
  const actor = await requireActor('participant');
  const { officeId } = await params;
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], chooseProvider.name);
  const view = await load(showOffice, actor, { officeId, choosingFor: 'choose' });
  const { ground, office, others } = view;
  return (
    <>
      <Refusal attempt={attempt} />
      {ground.kind !== 'choose' || office === null ? (
        <NothingToChoose base="/participant" situation={ground.situation} />
      ) : office.closedBecause === null ? (
        <ConfirmChoice
          place={ownPlace('choose')}
          office={office}
          toChoose={ground.toChoose}
          period={ground.period}
          formKey={newId()}
        />
      ) : (
        <OfficePage office={office} others={others} place={ownPlace('choose')} />
      )}
    </>
  );
}
