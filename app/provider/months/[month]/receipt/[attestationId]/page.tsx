import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ReceiptView } from '#components/reporting/receipt-view.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { receiptInput } from '#lib/schemas/report.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { showReceipt } from '#lib/server/report/show-receipt.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.receipt');
  return { title: t('pageTitle') };
}

type Props = { params: Promise<{ attestationId: string }> };

export default async function ReceiptPage({ params }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory', 'providerAdmin');
  const asked = receiptInput.safeParse(await params);
  if (!asked.success) notFound();
  const receipt = await load(showReceipt, actor, asked.data);
  return (
    <PageBody>
      <ReceiptView receipt={receipt} seesMoney={seesMoney(actor.role)} />
    </PageBody>
  );
}
