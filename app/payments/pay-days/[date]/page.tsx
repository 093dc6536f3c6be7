import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { PayDayView } from '#components/payment/pay-day-view.tsx';
import { payDayInput, payDayQuery } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { payDay } from '#lib/server/payment/pay-day.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.days');
  return { title: t('day') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { params: Promise<{ date: string }>; searchParams: Search };

export default async function PayDayPage({ params, searchParams }: Props) {
  const actor = await requireActor('payer');
  const path = payDayInput.safeParse(await params);
  if (!path.success) notFound();
  const query = payDayQuery.parse(await searchParams);
  const day = await load(payDay, actor, { ...path.data, ...query });
  return (
    <PageBody>
      <PayDayView day={day} query={query} />
    </PageBody>
  );
}
