import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ClaimsView } from '#components/payment/claims-view.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { claimsQuery } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { claims } from '#lib/server/payment/claims.ts';
import { proposeClaim } from '#lib/server/payment/propose-claim.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.claims');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { searchParams: Search };

export default async function ClaimsPage({ searchParams }: Props) {
  const actor = await requireActor('payer');
  const search = await searchParams;
  const { page, done } = claimsQuery.parse(search);
  const attempt = await loadAttempt(actor, search['attempt'], proposeClaim.name);
  const answer = await load(claims, actor, { page });
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <ClaimsView candidates={answer.candidates} claims={answer.claims} done={done} />
    </PageBody>
  );
}
