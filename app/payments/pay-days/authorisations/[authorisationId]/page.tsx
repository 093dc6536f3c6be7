import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { AuthorisationView } from '#components/payment/authorisation-view.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { authorisationIdInput } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { authorisedPayments } from '#lib/server/payment/authorised-payments.ts';
import { confirmPayment } from '#lib/server/payment/confirm-payment.ts';
import { readAuthorisation } from '#lib/server/payment/read-authorisation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.receipt');
  return { title: t('metaTitle') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { params: Promise<{ authorisationId: string }>; searchParams: Search };

export default async function AuthorisationPage({ params, searchParams }: Props) {
  const actor = await requireActor('payer');
  const path = authorisationIdInput.safeParse(await params);
  if (!path.success) notFound();
  const receipt = await load(readAuthorisation, actor, path.data);
  const payments = await load(authorisedPayments, actor, path.data);
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], confirmPayment.name);
  const { row, contentHash, isIntact, authenticatedAt } = receipt;
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <AuthorisationView
        row={row}
        contentHash={contentHash}
        isIntact={isIntact}
        authenticatedAt={authenticatedAt}
        payments={payments}
        today={today()}
        formKey={newId()}
        attempt={attempt}
      />
    </PageBody>
  );
}
