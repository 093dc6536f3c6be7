import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { MonthListView } from '#components/reporting/month-list-view.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listMonths } from '#lib/server/month/list-months.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reporting.list');
  return { title: t('title') };
}

export default async function MonthsPage() {
  const actor = await requireActor('coach', 'reporter', 'signatory');
  const list = await load(listMonths, actor, {});
  return (
    <PageBody>
      <MonthListView list={list} seesMoney={seesMoney(actor.role)} />
    </PageBody>
  );
}
