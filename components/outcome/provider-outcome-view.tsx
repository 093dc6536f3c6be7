import { useLocale, useTranslations } from 'next-intl';
import { OutcomeClockView } from '#components/outcome/outcome-clock-view.tsx';
import { OutcomeContentFacts } from '#components/outcome/outcome-content-facts.tsx';
import { OutcomeDecisions } from '#components/outcome/outcome-decisions.tsx';
import { OutcomePlacementFacts } from '#components/outcome/outcome-placement-facts.tsx';
import { OwnOutcomeFindings } from '#components/outcome/outcome-findings.tsx';
import { OwnOutcomeMoves } from '#components/outcome/own-outcome-moves.tsx';
import { ReceiptLink } from '#components/receipt/receipt-link.tsx';
import { Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { REASON_SV } from '#lib/domain/compensation/swedish.ts';
import { entitlementSv, stateSv } from '#lib/domain/effect/effect-sv.ts';
import { isCurrent } from '#lib/domain/outcome/outcome.ts';
import type { AmountWhy, ProviderOutcome } from '#lib/domain/outcome/provider-outcome.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = {
  readonly page: ProviderOutcome;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly done: 'reported' | 'takenBack' | null;
};

/** An outcome report at its provider: what comes next, the clock, what is shown, the pay and why, what was decided. */
export function ProviderOutcomeView({ page, attempt, formKey, done }: Props) {
  const t = useTranslations('outcome');
  const { outcome, placement, versions, amounts } = page;
  const current = versions.find(({ status }) => isCurrent(status));
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      <Breadcrumbs
        above={[
          { href: '/provider/outcomes', words: t('list.title') },
          { href: `/provider/participants/${placement.placementId}`, words: placement.participantName },
        ]}
        here={t('report.title')}
      />
      <PageHeading
        title={t('desk.title', { name: placement.participantName })}
        lead={t('desk.stands', { status: t(`status.${outcome.status}`) })}
      />
      {done !== null && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t(`own.done.${done}`)}
        </Notice>
      )}
      {current !== undefined && current.id !== outcome.id && (
        <Notice
          className="mb-6"
          action={<TextLink href={`/provider/outcomes/${current.id}`}>{t('own.open')}</TextLink>}
        >
          {t('own.replaced')}
        </Notice>
      )}
      {isCurrent(outcome.status) && <NextStep page={page} />}
      <div className="mt-4 max-w-[880px] empty:hidden">
        <OwnOutcomeFindings findings={page.findings} />
      </div>
      <OwnOutcomeMoves page={page} formKey={attempt?.idempotencyKey ?? formKey} />
      <p className="no-print mt-4">
        <ReceiptLink subject="outcome" id={outcome.id} />
      </p>
      {isCurrent(outcome.status) && (
        <PageSection title={t('standing.clock')}>
          <OutcomeClockView clock={page.clock} verifiedThrough={outcome.verifiedThrough} today={page.today} />
        </PageSection>
      )}
      {isCurrent(outcome.status) && (
        <PageSection title={t('own.amounts')}>
          {amounts === null ? (
            <p className="text-ink-2">{t('own.noMoney')}</p>
          ) : (
            <Amounts amounts={amounts} />
          )}
        </PageSection>
      )}
      <PageSection title={t('sections.content')} note={t('sections.version', { number: outcome.number })}>
        <OutcomeContentFacts content={outcome} verifiedThrough={outcome.verifiedThrough} />
        {page.wantedExtentPercent < 100 && (
          <p className="mt-3 text-ink-2">{t('own.wanted', { percent: page.wantedExtentPercent })}</p>
        )}
      </PageSection>
      <PageSection title={t('sections.decisions')}>
        <OutcomeDecisions decisions={page.decisions} />
      </PageSection>
      <PageSection title={t('sections.service')}>
        <OutcomePlacementFacts placement={placement} windows={page.windows} />
      </PageSection>
      {versions.length > 1 && (
        <PageSection title={t('own.versions')}>
          <ul className="grid gap-2">
            {versions.map(({ id, number, status }) => (
              <li key={id}>
                <TextLink href={`/provider/outcomes/${id}`}>
                  {t('own.version', { number, status: t(`status.${status}`).toLowerCase() })}
                </TextLink>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

/** What is needed next, and by when. */
function NextStep({ page }: { readonly page: ProviderOutcome }) {
  const t = useTranslations('outcome');
  const locale = useLocale();
  const { step, clock } = page;
  // Evidence has to reach the day before the milestone; what has come is told by its own day.
  const last = step.day === null ? '' : formatDate(addDays(step.day, -1), locale);
  const day = step.day !== null && step.kind === 'evidence' ? formatDate(step.day, locale) : last;
  const reason = typeof clock === 'string' ? REASON_SV[clock] : '';
  const warns = step.kind === 'evidence' || step.kind === 'reportReturned' || step.kind === 'notPayable';
  const words = wordsOf(step);
  return (
    <Notice
      tone={step.kind === 'done' ? 'ok' : warns ? 'warn' : 'info'}
      title={t(`step.${step.kind}`)}
      className="max-w-[880px]"
    >
      {words !== null && t(`own.nextBy.${words}`, { day, through: last, reason })}
    </Notice>
  );
}

function wordsOf({ kind, day }: ProviderOutcome['step']) {
  switch (kind) {
    case 'signalAwaits':
    case 'signalReturned':
    case 'report':
      return null;
    case 'reportAwaits':
      return day === null ? 'reportAwaitsNoDay' : kind;
    case 'reportReturned':
    case 'rejected':
    case 'notPayable':
    case 'milestone':
    case 'evidence':
    case 'done':
      return kind;
  }
}

/** Each amount, how it stands, and why or what it needs. */
function Amounts({ amounts }: { readonly amounts: readonly AmountWhy[] }) {
  const t = useTranslations('outcome.own');
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={
          <>
            <span className="sr-only">{t('amounts')}</span> <Example />
          </>
        }
        rows={amounts}
        rowKey={({ key }) => key}
        columns={[
          { key: 'amount', head: t('amount'), cell: (row) => entitlementSv(row) },
          { key: 'state', head: t('state'), cell: ({ after }) => stateSv(after) },
          {
            key: 'why',
            head: t('why'),
            wide: true,
            cell: ({ after, why }) => (after.kind === 'notPayable' ? null : why),
          },
        ]}
      />
    </Sheet>
  );
}
