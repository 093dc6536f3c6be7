import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ProposeClaimView } from '#components/payment/propose-claim-view.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { candidateQuery } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { newId } from '#lib/server/ids.ts';
import { readCandidate } from '#lib/server/payment/claims.ts';
import { CLAIMS_PAGE } from '#lib/server/payment/payment-paths.ts';
import { proposeClaim } from '#lib/server/payment/propose-claim.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.claims');
  return { title: t('propose') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { searchParams: Search };

export default async function ProposeClaimPage({ searchParams }: Props) {
  const actor = await requireActor('payer');
  const search = await searchParams;
  const asked = candidateQuery.safeParse(search);
  if (!asked.success) notFound();
  const { candidate } = await load(readCandidate, actor, { statementId: asked.data.statement });
  const { attempt: id } = search;
  // Somebody else was faster, or it can be set off again: the list says how it stands.
  if (candidate === null) redirect(withSearch(CLAIMS_PAGE, 'attempt', typeof id === 'string' ? id : ''));
  const attempt = await loadAttempt(actor, id, proposeClaim.name);
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <ProposeClaimView candidate={candidate} formKey={newId()} attempt={attempt} />
    </PageBody>
  );
}
