import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { ComposeDisputeView } from '#components/statement/answer/compose-dispute-view.tsx';
import { statementIdInput } from '#lib/schemas/statement.ts';
import { disputedAmountQuery } from '#lib/schemas/statement-answer.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { composeDispute } from '#lib/server/statement/answer/compose-dispute.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement-answer.dispute');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ statementId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function ComposeDisputePage({ params, searchParams }: Props) {
  const actor = await requireActor('signatory');
  const path = statementIdInput.safeParse(await params);
  const search = await searchParams;
  const asked = disputedAmountQuery.safeParse(search);
  if (!path.success || !asked.success) notFound();
  const { statementId } = path.data;
  const { statement, amount, openDisputeId } = await load(composeDispute, actor, {
    statementId,
    asked: asked.data,
  });
  const attempt = await loadAttempt(actor, search['attempt'], disputeStatement.name);
  return (
    <PageBody>
      <ComposeDisputeView
        statement={statement}
        amount={amount}
        openDisputeId={openDisputeId}
        back={`/provider/statements/${statementId}/disputes/new?${new URLSearchParams(asked.data).toString()}`}
        attempt={attempt}
        formKey={newId()}
      />
    </PageBody>
  );
}
