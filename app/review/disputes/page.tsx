import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { DisputeQueue } from '#components/statement/answer/dispute-queue.tsx';
import { disputeListQuery } from '#lib/schemas/statement-answer.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load } from '#lib/server/http/page.ts';
import { listDisputes } from '#lib/server/statement/answer/list-disputes.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement-answer.queue');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function DisputesPage({ searchParams }: Props) {
  const actor = await requireActor('reviewer', 'payer');
  const filter = disputeListQuery.parse(await searchParams);
  const { disputes, open } = await load(listDisputes, actor, filter);
  return (
    <PageBody>
      <DisputeQueue disputes={disputes} open={open} filter={filter} />
    </PageBody>
  );
}
