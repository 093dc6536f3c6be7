import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { WhyHelp } from '#components/assistance/help-reason.tsx';
import { HelpReceipt } from '#components/assistance/help-receipt.tsx';
import { SwitchReceiptView } from '#components/choice/switch-receipt-view.tsx';
import { loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { showSwitchReceipt } from '#lib/server/provider-switch/show-switch-receipt.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import { loadFrom, type Search } from '../../../../../../_choosing/door.ts';
import { supportPhone } from '../../../../../../participant/support-phone.ts';
import { HelpRefusal } from '../../../help-refusal.tsx';
import { helping } from '../../../helping.ts';

type Props = { params: Promise<{ participantId: string; switchId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.receipt');
  return { title: t('title') };
}

export default async function HelpSwitchReceiptPage({ params, searchParams }: Props) {
  const { door, helped } = await helping(params);
  const [{ switchId }, { attempt: id }, phone] = await Promise.all([params, searchParams, supportPhone()]);
  const receipt = await loadFrom(door, showSwitchReceipt, { switchId });
  const attempt = await loadAttempt(door.actor, id, undoSwitch.name);
  return (
    <HelpPage helped={helped}>
      <HelpRefusal attempt={attempt} />
      <HelpReceipt href={`${door.base}#done`} />
      <SwitchReceiptView base={door.base} receipt={receipt} phone={phone} formKey={newId()}>
        <WhyHelp attempt={attempt} />
      </SwitchReceiptView>
    </HelpPage>
  );
}
