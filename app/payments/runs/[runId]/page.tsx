import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageBody } from '#components/frame/page-body.tsx';
import { StatementState } from '#components/payment/statement-state.tsx';
import { RunPage } from '#components/statement/run-page.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { runIdInput, runStatementsQuery } from '#lib/schemas/statement.ts';
import { requireActor } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { load, loadAttempt } from '#lib/server/http/page.ts';
import { newId } from '#lib/server/ids.ts';
import { statementPayments } from '#lib/server/payment/statement-payments.ts';
import { retryStatementRun } from '#lib/server/statement/retry-statement-run.ts';
import { runDetail } from '#lib/server/statement/run-detail.ts';

const SLOW_MS = 15 * 60_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statement.runs');
  return { title: t('metaTitle') };
}

type Props = {
  params: Promise<{ runId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function StatementRunPage({ params, searchParams }: Props) {
  const actor = await requireActor('payer');
  const path = runIdInput.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const query = runStatementsQuery.parse(search);
  const attempt = await loadAttempt(actor, search['attempt'], retryStatementRun.name);
  const { run, failure, failedProvider, statements } = await load(runDetail, actor, {
    ...path.data,
    ...query,
  });
  const statementIds = statements.items.map(({ id }) => id);
  const payments = await load(statementPayments, actor, { statementIds });
  const isSlow = run.state === 'running' && now().getTime() - run.startedAt.getTime() > SLOW_MS;
  return (
    <PageBody>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <RunPage
        run={run}
        failure={failure}
        failedProvider={failedProvider}
        statements={statements}
        query={query}
        isSlow={isSlow}
        formKey={newId()}
        stateOf={({ id }) => {
          const payment = payments.get(id);
          return payment !== undefined && <StatementState payment={payment} />;
        }}
      />
    </PageBody>
  );
}
