import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChangesSection } from '#components/statement/changes-section.tsx';
import { NotPaidSection } from '#components/statement/not-paid-section.tsx';
import { PaidSection } from '#components/statement/paid-section.tsx';
import { PendingSection } from '#components/statement/pending-section.tsx';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText, InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { StatementView } from '#lib/domain/statement/statement-view.ts';
import type { StatementQuery } from '#lib/schemas/statement.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor } from '#lib/shared/money.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

interface StatementPageProps {
  view: StatementView;
  reader: StatementReader;
  query: StatementQuery;
  /** Above the heading: where the page is. */
  breadcrumbs: ReactNode;
  /** Among the facts: where the statement stands on its way to being paid. */
  state?: ReactNode;
  /** Under the heading: what the provider answers. */
  answer?: ReactNode;
}

/** A statement: what is paid and why, then what is not and what can be done about it. */
export function StatementPage({ view, reader, query, breadcrumbs, state, answer }: StatementPageProps) {
  const t = useTranslations('statement.view');
  const locale = useLocale();
  const { provider } = view;
  return (
    <>
      {breadcrumbs}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_auto]">
        <PageHeading
          title={t('title', { date: formatDate(view.cutOff, locale) })}
          lead={reader.isProvider ? t('lead') : t('leadPayer', { provider: provider.name })}
        >
          <Facts view={view} state={state} isProvider={reader.isProvider} />
        </PageHeading>
        <Payable view={view} />
      </div>
      {answer}
      {view.status === 'open' && <Notice tone="wait">{t('open')}</Notice>}
      <ChangesSection view={view} reader={reader} />
      <PaidSection view={view} reader={reader} query={query} />
      <PendingSection view={view} reader={reader} />
      <NotPaidSection view={view} reader={reader} query={query} />
      <Foot view={view} />
    </>
  );
}

type FactsProps = Pick<StatementPageProps, 'view' | 'state'> & { isProvider: boolean };

function Facts({ view, state, isProvider }: FactsProps) {
  const t = useTranslations('statement.view');
  const facts: Fact[] = state === undefined ? [] : [{ term: t('state'), detail: state }];
  facts.push({ term: t('cutOff'), detail: <DateText date={view.cutOff} /> });
  if (view.proposedAt !== null)
    facts.push({ term: t('proposedOn'), detail: <InstantText instant={view.proposedAt} /> });
  if (!isProvider) facts.push({ term: t('orgNo'), detail: formatOrgNo(view.provider.orgNo) });
  return <DescriptionList layout="line" facts={facts} className="mt-4" />;
}

/** The one number of the page. */
function Payable({ view }: { view: StatementView }) {
  const t = useTranslations('statement.view');
  const locale = useLocale();
  const { netOre, payableOre, balanceOutOre } = view.sums;
  const exact = (amount: typeof netOre) => formatKronor(amount, locale, { showOre: true });
  const note =
    payableOre !== 0
      ? t('payableNote', { amount: exact(netOre) })
      : balanceOutOre === 0
        ? t('nothingAtAll')
        : t('nothingPayable', { amount: exact(balanceOutOre) });
  return (
    <Card title={t('payable')} className="self-start max-lg:mb-6 lg:min-w-80">
      <p>
        <Amount value={payableOre} size="page" /> <Example />
      </p>
      <p className="text-ink-2">{note}</p>
    </Card>
  );
}

const CHECKSUM_SHOWN = 16;

function Foot({ view }: { view: StatementView }) {
  const t = useTranslations('statement.foot');
  const tUi = useTranslations('ui');
  const tCalculator = useTranslations('calculator');
  const shown = view.contentHash?.slice(0, CHECKSUM_SHOWN).replaceAll(/(.{4})(?=.)/g, '$1 ');
  return (
    <div className="mt-12 flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-line pt-6">
      {shown !== undefined && (
        <p className="text-xs text-ink-2" title={view.contentHash ?? undefined}>
          {t('checksum', { checksum: shown })}
        </p>
      )}
      <PrintButton>{tUi('print')}</PrintButton>
      <LinkAction look="plain" icon="download" href={`/api/statements/${view.id}/csv`} download>
        {t('csv')}
      </LinkAction>
      <LinkAction look="plain" icon="download" href={`/api/statements/${view.id}/xlsx`} download>
        {t('xlsx')}
      </LinkAction>
      <LinkAction look="quiet" href="/calculator">
        {tCalculator('link')}
      </LinkAction>
    </div>
  );
}
