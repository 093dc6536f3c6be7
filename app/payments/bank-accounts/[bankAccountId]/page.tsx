import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { BankAccountRequestView } from '#components/payment/bank-account-request-view.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { bankAccountIdInput } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { readBankAccount } from '#lib/server/payment/bank-accounts.ts';
import { decideBankAccount } from '#lib/server/payment/decide-bank-account.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.accounts');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { params: Promise<{ bankAccountId: string }>; searchParams: Search };

export default async function BankAccountRequestPage({ params, searchParams }: Props) {
  const actor = await requireActor('payer');
  const path = bankAccountIdInput.safeParse(await params);
  if (!path.success) notFound();
  const request = await load(readBankAccount, actor, path.data);
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], decideBankAccount.name);
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <BankAccountRequestView request={request} formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
