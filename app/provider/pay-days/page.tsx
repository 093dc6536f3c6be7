import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ExpectedPaymentsView } from '#components/payment/expected-payments-view.tsx';
import { OwnClaims } from '#components/payment/own-claims.tsx';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { ownBankAccounts } from '#lib/server/payment/bank-accounts.ts';
import { ownClaims } from '#lib/server/payment/claims.ts';
import { expectedPayments } from '#lib/server/payment/statement-payments.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.expected');
  return { title: t('title') };
}

export default async function ProviderPayDaysPage() {
  const actor = await requireActor('signatory', 'reporter', 'providerAdmin');
  const { days, withoutDay, paid } = await load(expectedPayments, actor, {});
  const { inForce } = await load(ownBankAccounts, actor, {});
  const claims = await load(ownClaims, actor, {});
  return (
    <PageBody>
      <OwnClaims claims={claims} />
      <ExpectedPaymentsView days={days} withoutDay={withoutDay} paid={paid} inForce={inForce} />
    </PageBody>
  );
}
