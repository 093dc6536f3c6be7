import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { WhyHelp } from '#components/assistance/help-reason.tsx';
import { loadAttempt } from '#lib/server/http/page.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import type { Search } from '../../../../_choosing/door.ts';
import { SwitchList } from '../../../../_choosing/switch-list.tsx';
import { HelpRefusal } from '../help-refusal.tsx';
import { type HelpParams, helping } from '../helping.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.switch');
  return { title: t('title') };
}

export default async function HelpSwitchPage(props: { params: HelpParams; searchParams: Search }) {
  const { door, helped } = await helping(props.params);
  const attempt = await loadAttempt(door.actor, (await props.searchParams)['attempt'], undoSwitch.name);
  return (
    <HelpPage helped={helped}>
      <HelpRefusal attempt={attempt} />
      <SwitchList door={door} search={props.searchParams}>
        <WhyHelp attempt={attempt} />
      </SwitchList>
    </HelpPage>
  );
}
