import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ChoiceReceiptView } from '#components/choice/choice-receipt-view.tsx';
import { CodeSpent } from '#components/paper-code/code-spent.tsx';
import { load } from '#lib/server/http/page.ts';
import { showCodedReceipt } from '#lib/server/paper-code/code-queries.ts';
import { getCodeSession } from '#lib/server/paper-code/code-request.ts';
import type { Search } from '../../../../../_choosing/door.ts';
import { supportPhone } from '../../../../../participant/support-phone.ts';

type Props = { params: Promise<{ choiceId: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choice.receipt');
  return { title: t('title') };
}

/** The receipt, as long as the session lasts: to read and print. */
export default async function CodeReceiptPage({ params, searchParams }: Props) {
  const session = await getCodeSession();
  if (session === null) redirect('/code?trouble=receiptOver');
  if (session.actor.choiceId !== (await params).choiceId) redirect('/code/choose');
  const [receipt, phone, t] = await Promise.all([
    load(showCodedReceipt, session.actor, null),
    supportPhone(),
    getTranslations('paper-code.spent'),
  ]);
  const { already } = await searchParams;
  return (
    <>
      <CodeSpent already={already !== undefined} />
      <ChoiceReceiptView base="/code" receipt={receipt} phone={phone} switchWords={t('switch')} />
    </>
  );
}
