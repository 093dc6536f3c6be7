import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { PayDaysView } from '#components/payment/pay-days-view.tsx';
import { listPageQuery } from '#lib/schemas/payment.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { payDays } from '#lib/server/payment/pay-days.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payment.days');
  return { title: t('title') };
}

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
type Props = { searchParams: Search };

export default async function PayDaysPage({ searchParams }: Props) {
  const actor = await requireActor('payer');
  const { days, toConfirm, authorisations } = await load(
    payDays,
    actor,
    listPageQuery.parse(await searchParams),
  );
  return (
    <PageBody>
      <PayDaysView days={days} toConfirm={toConfirm} authorisations={authorisations} />
    </PageBody>
  );
}
