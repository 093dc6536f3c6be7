import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { WhyHelp } from '#components/assistance/help-reason.tsx';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { loadAttempt } from '#lib/server/http/page.ts';
import { ConfirmChoiceFrom } from '../../../../../../_choosing/confirm-choice.tsx';
import type { Search } from '../../../../../../_choosing/door.ts';
import { HelpRefusal } from '../../../help-refusal.tsx';
import { helping } from '../../../helping.ts';

type Props = { params: Promise<{ participantId: string; officeId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.choose');
  return { title: t('title') };
}

export default async function HelpConfirmChoicePage({ params, searchParams }: Props) {
  const { door, helped } = await helping(params);
  const { officeId } = await params;
  const attempt = await loadAttempt(door.actor, (await searchParams)['attempt'], chooseProvider.name);
  return (
    <HelpPage helped={helped}>
      <HelpRefusal attempt={attempt} />
      <ConfirmChoiceFrom door={door} officeId={officeId}>
        <WhyHelp attempt={attempt} />
      </ConfirmChoiceFrom>
    </HelpPage>
  );
}
