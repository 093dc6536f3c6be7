import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { WithdrawView } from '#components/reporting/withdraw-view.tsx';
import { receiptInput } from '#lib/schemas/report.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { previewWithdrawal, withdrawAttestation } from '#lib/server/report/withdraw-attestation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attest.withdraw');
  return { title: t('pageTitle') };
}

type Props = {
  params: Promise<{ attestationId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function WithdrawPage({ params, searchParams }: Props) {
  const actor = await requireActor('signatory');
  const asked = receiptInput.safeParse(await params);
  if (!asked.success) notFound();
  const preview = await load(previewWithdrawal, actor, asked.data);
  const attempt = await loadAttempt(actor, (await searchParams)['attempt'], withdrawAttestation.name);
  return (
    <PageBody>
      <WithdrawView preview={preview} formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
