import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmSwitch } from '#components/choice/confirm-switch.tsx';
import { NoSwitch } from '#components/choice/no-switch.tsx';
import { NothingToChoose } from '#components/choice/nothing-to-choose.tsx';
import { OfficePage } from '#components/choice/office-page.tsx';
import { PendingSwitchNotice } from '#components/choice/pending-switch.tsx';
import { Refusal } from '#components/choice/refusal.tsx';
import { ownPlace } from '#lib/domain/choice/choosing-place.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { showOffice } from '#lib/server/choice/show-office.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import type { Search } from '../../../search.ts';
import { supportPhone } from '../../../support-phone.ts';

type Props = { params: Promise<{ officeId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.switch');
  return { title: t('title') };
}

export default async function ConfirmSwitchPage({ params, searchParams }: Props) {
  const actor = await requireActor('participant');
  const { officeId } = await params;
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], switchProvider.name);
  const view = await load(showOffice, actor, { officeId, choosingFor: 'switch' });
  const { ground, office, others } = view;
  const formKey = newId();
  return (
    <>
      <Refusal attempt={attempt} />
      {ground.kind === 'noSwitch' ? (
        <NoSwitch
          ground={ground}
          pending={
            <PendingSwitchNotice
              base="/participant"
              situation={ground.situation}
              formKey={formKey}
              back="/participant/switch"
            />
          }
          phone={await supportPhone()}
        />
      ) : ground.kind !== 'switch' || office === null ? (
        <NothingToChoose base="/participant" situation={ground.situation} />
      ) : office.closedBecause === null ? (
        <ConfirmSwitch
          place={ownPlace('switch')}
          office={office}
          placement={ground.placement}
          period={ground.period}
          attempt={attempt}
          formKey={formKey}
        />
      ) : (
        <OfficePage office={office} others={others} place={ownPlace('switch')} />
      )}
    </>
  );
}
