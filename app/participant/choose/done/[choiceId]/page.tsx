import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChoiceReceiptView } from '#components/choice/choice-receipt-view.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { showChoiceReceipt } from '#lib/server/choice/show-choice-receipt.ts';
import { load } from '#lib/server/http/page.ts';
import { supportPhone } from '../../../support-phone.ts';

type Props = { params: Promise<{ choiceId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.receipt');
  return { title: t('title') };
}

export default async function ChoiceReceiptPage({ params }: Props) {
  const actor = await requireActor('participant');
  const { choiceId } = await params;
  const [receipt, phone] = await Promise.all([load(showChoiceReceipt, actor, { choiceId }), supportPhone()]);
  return <ChoiceReceiptView base="/participant" receipt={receipt} phone={phone} />;
}
