import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { RunsView } from '#components/statement/runs-view.tsx';
import { pageQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { today } from '#lib/server/clock.ts';
import { load } from '#lib/server/http/page.ts';
import { runsOverview } from '#lib/server/statement/runs-overview.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.runs');
  return { title: t('metaTitle') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function PaymentsPage({ searchParams }: Props) {
  const actor = await requireActor('payer');
  const { runs, latest, next } = await load(runsOverview, actor, pageQuery.parse(await searchParams));
  return (
    <PageBody>
      <RunsView runs={runs} latest={latest} next={next} today={today()} />
    </PageBody>
  );
}
