import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '#components/assistance/help-page.tsx';
import { HelpReceipt } from '#components/assistance/help-receipt.tsx';
import { ChoiceReceiptView } from '#components/choice/choice-receipt-view.tsx';
import { showChoiceReceipt } from '#lib/server/choice/show-choice-receipt.ts';
import { loadFrom } from '../../../../../../_choosing/door.ts';
import { supportPhone } from '../../../../../../participant/support-phone.ts';
import { helping } from '../../../helping.ts';

type Props = { params: Promise<{ participantId: string; choiceId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.receipt');
  return { title: t('title') };
}

export default async function HelpChoiceReceiptPage({ params }: Props) {
  const { door, helped } = await helping(params);
  const { choiceId } = await params;
  const [receipt, phone] = await Promise.all([
    loadFrom(door, showChoiceReceipt, { choiceId }),
    supportPhone(),
  ]);
  return (
    <HelpPage helped={helped}>
      <HelpReceipt href={`${door.base}#done`} />
      <ChoiceReceiptView base={door.base} receipt={receipt} phone={phone} />
    </HelpPage>
  );
}
