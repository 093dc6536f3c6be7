import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { BankAccountsView } from '#components/payment/bank-accounts-view.tsx';
import { bankAccountsQuery } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { bankAccountRequests } from '#lib/server/payment/bank-accounts.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.accounts');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { searchParams: Search };

export default async function BankAccountsPage({ searchParams }: Props) {
  const actor = await requireActor('payer');
  const { page, done } = bankAccountsQuery.parse(await searchParams);
  const { requests, decided } = await load(bankAccountRequests, actor, { page });
  return (
    <PageBody>
      <BankAccountsView requests={requests} decided={decided} done={done} />
    </PageBody>
  );
}
