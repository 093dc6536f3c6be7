import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { OwnBankAccount } from '#components/payment/own-bank-account.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { ownBankAccounts } from '#lib/server/payment/bank-accounts.ts';
import { requestBankAccount } from '#lib/server/payment/request-bank-account.ts';
import { withdrawBankAccount } from '#lib/server/payment/withdraw-bank-account.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.own');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { searchParams: Search };

export default async function BankAccountPage({ searchParams }: Props) {
  const actor = await requireActor('signatory', 'reporter', 'providerAdmin');
  const accounts = await load(ownBankAccounts, actor, {});
  const { attempt: id } = await searchParams;
  const typed = await loadAttempt(actor, id, requestBankAccount.name);
  // A number that was in order comes back without a fault, to be changed.
  const isFault = typed !== null && typed.problem.code !== 'stepUpRequired';
  const withdrawal = await loadAttempt(actor, id, withdrawBankAccount.name);
  return (
    <PageBody>
      <Refusal attempt={withdrawal ?? (isFault ? typed : null)} />
      <OwnBankAccount
        accounts={accounts}
        mayAsk={holdsMandate(actor, requestBankAccount.mandates)}
        formKey={newId()}
        attempt={typed}
      />
    </PageBody>
  );
}
