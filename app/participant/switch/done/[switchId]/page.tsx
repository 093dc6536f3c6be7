import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Refusal } from '#components/choice/refusal.tsx';
import { SwitchReceiptView } from '#components/choice/switch-receipt-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { showSwitchReceipt } from '#lib/server/provider-switch/show-switch-receipt.ts';
import { undoSwitch } from '#lib/server/provider-switch/undo-switch.ts';
import type { Search } from '../../../search.ts';
import { supportPhone } from '../../../support-phone.ts';

type Props = { params: Promise<{ switchId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.receipt');
  return { title: t('title') };
}

export default async function SwitchReceiptPage({ params, searchParams }: Props) {
  const actor = await requireActor('participant');
  const { switchId } = await params;
  const [receipt, attempt, phone] = await Promise.all([
    load(showSwitchReceipt, actor, { switchId }),
    loadAttempt(actor, (await searchParams)['attempt'], undoSwitch.name),
    supportPhone(),
  ]);
  return (
    <>
      <Refusal attempt={attempt} />
      <SwitchReceiptView base="/participant" receipt={receipt} phone={phone} formKey={newId()} />
    </>
  );
}
