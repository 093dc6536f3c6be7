import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { WhyHelp } from '#components/assistance/help-reason.tsx';
import { loadAttempt } from '#lib/server/http/page.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import { ConfirmSwitchFrom } from '../../../../../../_choosing/confirm-switch.tsx';
import type { Search } from '../../../../../../_choosing/door.ts';
import { HelpRefusal } from '../../../help-refusal.tsx';
import { helping } from '../../../helping.ts';

type Props = { params: Promise<{ participantId: string; officeId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.switch');
  return { title: t('title') };
}

export default async function HelpConfirmSwitchPage({ params, searchParams }: Props) {
  const { door, helped } = await helping(params);
  const [{ officeId }, { attempt: id }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('assisted.consent'),
  ]);
  const attempt = await loadAttempt(door.actor, id, switchProvider.name);
  const consent = {
    share: t('share'),
    shareHint: t('shareHint'),
    sharePlan: t('sharePlan'),
    shareFinalReport: t('shareFinalReport'),
  };
  return (
    <HelpPage helped={helped}>
      <HelpRefusal attempt={attempt} />
      <ConfirmSwitchFrom door={door} officeId={officeId} attempt={attempt} consent={consent}>
        <WhyHelp attempt={attempt} />
      </ConfirmSwitchFrom>
    </HelpPage>
  );
}
