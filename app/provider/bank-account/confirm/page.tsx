import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ConfirmBankAccount } from '#components/payment/confirm-bank-account.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { ownBankAccounts } from '#lib/server/payment/bank-accounts.ts';
import { checkBankAccount } from '#lib/server/payment/check-bank-account.ts';
import { BANK_ACCOUNT_PAGE } from '#lib/server/payment/payment-paths.ts';
import { requestBankAccount } from '#lib/server/payment/request-bank-account.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.own');
  return { title: t('confirmTitle') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { searchParams: Search };

export default async function ConfirmBankAccountPage({ searchParams }: Props) {
  const actor = await requireActor('signatory', 'providerAdmin');
  const { attempt: id } = await searchParams;
  const typed = await loadAttempt(actor, id, requestBankAccount.name);
  if (typed === null || typeof id !== 'string') redirect(BANK_ACCOUNT_PAGE);
  const { clearingNumber = '', accountNumber = '' } = typed.values;
  const checked = checkBankAccount({ clearingNumber, accountNumber });
  if (!checked.ok) redirect(`${BANK_ACCOUNT_PAGE}?attempt=${id}`);
  const { inForce } = await load(ownBankAccounts, actor, {});
  return (
    <PageBody>
      <Refusal attempt={typed.problem.code === 'stepUpRequired' ? null : typed} />
      <ConfirmBankAccount account={checked.value} inForce={inForce} attemptId={id} formKey={newId()} />
    </PageBody>
  );
}
