import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ExpectedPayDayText } from '#components/payment/expected-pay-day-text.tsx';
import { ReceiptView } from '#components/reporting/receipt-view.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { receiptInput } from '#lib/schemas/report.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { load } from '#lib/server/http/page.ts';
import { expectedDay } from '#lib/server/payment/expected-day.ts';
import { receiptFile } from '#lib/server/report/receipt-file.ts';
import { showReceipt } from '#lib/server/report/show-receipt.ts';
import { withdrawAttestation } from '#lib/server/report/withdraw-attestation.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.receipt');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ attestationId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ReceiptPage({ params, searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory', 'providerAdmin');
  const asked = receiptInput.safeParse(await params);
  if (!asked.success) notFound();
  const receipt = await load(showReceipt, actor, asked.data);
  const sentOn = plainDateFromDate(new Date(receipt.attestedAt));
  const expected = seesMoney(actor.role)
    ? await load(expectedDay, actor, { month: receipt.month, sentOn })
    : null;
  return (
    <PageBody>
      <ReceiptView
        receipt={receipt}
        withdrawn={(await searchParams)['withdrawn'] !== undefined}
        seesMoney={seesMoney(actor.role)}
        may={{
          withdraw: holdsMandate(actor, withdrawAttestation.mandates),
          download: holdsMandate(actor, receiptFile.mandates),
        }}
        payDay={expected !== null && <ExpectedPayDayText expected={expected} />}
      />
    </PageBody>
  );
}
