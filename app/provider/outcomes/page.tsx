import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { OutcomeListView } from '#components/outcome/outcome-list-view.tsx';
import { seesMoney } from '#lib/domain/actor/sees-money.ts';
import { pageInput } from '#lib/schemas/outcome.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listOutcomes } from '#lib/server/outcome/list-outcomes.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outcome.list');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function OutcomesPage({ searchParams }: Props) {
  const actor = await requireActor('coach', 'reporter', 'signatory', 'providerAdmin');
  const asked = pageInput.safeParse(await searchParams);
  const list = await load(listOutcomes, actor, asked.success ? asked.data : { page: 1 });
  return (
    <PageBody>
      <OutcomeListView list={list} seeMoney={seesMoney(actor.role)} />
    </PageBody>
  );
}
