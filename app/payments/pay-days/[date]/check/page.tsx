import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { CheckView } from '#components/payment/check-view.tsx';
import { Refusal } from '#components/payment/refusal.tsx';
import { type CheckQuery, checkQuery, payDayInput } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { authorisePayment } from '#lib/server/payment/authorise-payment.ts';
import { authorisePreview } from '#lib/server/payment/authorise-preview.ts';
import { PAY_DAYS_PAGE } from '#lib/server/payment/payment-paths.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.check');
  return { title: t('metaTitle') };
}

/** The address of the same choice, for coming back to. */
function addressOf(date: string, { all, s }: CheckQuery): string {
  const search = new URLSearchParams(all === '1' ? [['all', '1']] : s.map((id) => ['s', id]));
  return `${PAY_DAYS_PAGE}/${date}/check?${search.toString()}`;
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { params: Promise<{ date: string }>; searchParams: Search };

export default async function CheckPage({ params, searchParams }: Props) {
  const actor = await requireActor('payer');
  const path = payDayInput.safeParse(await params);
  if (!path.success) notFound();
  const { date } = path.data;
  const search = await searchParams;
  const query = checkQuery.parse(search);
  const preview = await load(authorisePreview, actor, { date, ...query });
  const attempt = await loadAttempt(actor, search['attempt'], authorisePayment.name);
  return (
    <PageBody>
      <Refusal attempt={attempt} />
      <CheckView {...preview} formKey={newId()} path={addressOf(date, query)} />
    </PageBody>
  );
}
