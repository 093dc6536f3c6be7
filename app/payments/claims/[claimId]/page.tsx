import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ClaimView } from '#components/payment/claim-view.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { claimIdInput } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { readClaim } from '#lib/server/payment/claims.ts';
import { decideClaim } from '#lib/server/payment/decide-claim.ts';
import { settleClaim } from '#lib/server/payment/settle-claim.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.claims');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { params: Promise<{ claimId: string }>; searchParams: Search };

export default async function ClaimPage({ params, searchParams }: Props) {
  const actor = await requireActor('payer');
  const path = claimIdInput.safeParse(await params);
  if (!path.success) notFound();
  const claim = await load(readClaim, actor, path.data);
  const { attempt: id } = await searchParams;
  const attempt =
    (await loadAttempt(actor, id, decideClaim.name)) ?? (await loadAttempt(actor, id, settleClaim.name));
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <ClaimView claim={claim} today={today()} formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
