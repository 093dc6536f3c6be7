import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RunFailureNotice } from '#components/statement/run-failure.tsx';
import { RunProgressMeter } from '#components/statement/run-progress-meter.tsx';
import { RunStatements } from '#components/statement/run-statements.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { RunFailure } from '#lib/domain/statement/run-failure.ts';
import type { Paged, RunView, StatementRow } from '#lib/domain/statement/statement-view.ts';
import type { RunStatementsQuery } from '#lib/schemas/statement.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { Ore } from '#lib/shared/money.ts';

const REFRESH_SECONDS = 5;

interface RunPageProps {
  run: RunView;
  failure: RunFailure | null;
  failedProvider: string | null;
  statements: Paged<StatementRow>;
  query: RunStatementsQuery;
  /** Whether the run has gone on for so long that somebody may want to set it going again. */
  isSlow: boolean;
  formKey: string;
  /** Where a statement stands on its way to being paid. */
  stateOf: (statement: StatementRow) => ReactNode;
}

/** One run: how far it has come or why it stopped, what it comes to, and its statements. */
export function RunPage(props: RunPageProps) {
  const { run, failure, failedProvider, statements, query, isSlow, formKey, stateOf } = props;
  const t = useTranslations('statement.run');
  const locale = useLocale();
  const title = t('title', { date: formatDate(run.cutOff, locale) });
  const leads = {
    running: t('leadRunning'),
    stopped: t('leadStopped'),
    proposed: t('leadProposed', { count: run.statements }),
  };
  return (
    <>
      <Breadcrumbs above={[{ href: '/payments', words: t('crumb') }]} here={title} />
      <PageHeading title={title} lead={leads[run.state]}>
        <RunFacts run={run} />
      </PageHeading>
      {run.state === 'running' && (
        <>
          {/* Without JavaScript the page comes again by itself; with it the meter below asks. */}
          <noscript>
            <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
          </noscript>
          <RunProgressMeter runId={run.id} progress={run} />
        </>
      )}
      {failure !== null && <RunFailureNotice failure={failure} provider={failedProvider} />}
      {(run.state === 'stopped' || isSlow) && <Retry run={run} isSlow={isSlow} formKey={formKey} />}
      <RunStatements runId={run.id} statements={statements} query={query} stateOf={stateOf} />
    </>
  );
}

function RunFacts({ run }: { run: RunView }) {
  const t = useTranslations('statement.run');
  const facts: Fact[] = [{ term: t('startedAt'), detail: <InstantText instant={run.startedAt} /> }];
  if (run.startedBy !== null) facts.push({ term: t('startedBy'), detail: run.startedBy });
  if (run.finishedAt !== null)
    facts.push({ term: t('finishedAt'), detail: <InstantText instant={run.finishedAt} /> });
  facts.push({ term: t('net'), detail: <RunSum amount={run.netOre} /> });
  facts.push({ term: t('payable'), detail: <RunSum amount={run.payableOre} /> });
  return <DescriptionList layout="line" facts={facts} className="mt-4" />;
}

function RunSum({ amount }: { amount: Ore }) {
  return (
    <>
      <Amount value={amount} exact /> <Example />
    </>
  );
}

function Retry({ run, isSlow, formKey }: Pick<RunPageProps, 'run' | 'isSlow' | 'formKey'>) {
  const t = useTranslations('statement.run');
  return (
    <form
      method="post"
      action={`/api/payments/runs/${run.id}/retry`}
      className="mt-6 grid justify-items-start gap-2"
    >
      <FormBasis formKey={formKey} back={`/payments/runs/${run.id}`} />
      <input type="hidden" name="version" value={run.version} />
      <p>
        {isSlow && `${t('slow')} `}
        {t('retryText')}
      </p>
      <Button look="go">{t('retry')}</Button>
    </form>
  );
}
