import { useLocale, useTranslations } from 'next-intl';
import { DisputeLink } from '#components/statement/answer/dispute-link.tsx';
import { useGroupWords } from '#components/statement/group-words.ts';
import { factHref, statementHref } from '#components/statement/statement-address.ts';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { Remedy } from '#lib/domain/statement/remedy-types.ts';
import type { NotPayableView, StatementView } from '#lib/domain/statement/statement-view.ts';
import type { StatementQuery } from '#lib/schemas/statement.ts';
import { formatKronor } from '#lib/shared/money.ts';

const TONES: Readonly<Record<Remedy['can'], Tone>> = { act: 'warn', wait: 'wait', nothing: 'stop' };

/** The reason in a few words, and under it the facts that decided. */
function Why({ entry }: { entry: NotPayableView }) {
  const t = useTranslations('statement.notPaid');
  const { reason, reportThen, remedy } = entry;
  const isKnown = reason === 'reportNotApproved' && reportThen !== null && reportThen !== 'approved';
  return (
    <Status tone={TONES[remedy.can]} reason={<span lang="sv">{remedy.why}</span>}>
      {isKnown ? t(`then.${reportThen}`) : t(`reason.${reason}`)}
    </Status>
  );
}

/** What would make it payable, and the page where that is done. */
function What({ entry, reader }: { entry: NotPayableView; reader: StatementReader }) {
  const t = useTranslations('statement.notPaid.open');
  const { what, page } = entry.remedy;
  const href = page === null ? null : factHref(reader, page, entry);
  return (
    <>
      <span lang="sv">{what}</span>
      {page !== null && href !== null && (
        <span className="no-print block">
          <TextLink href={href}>{t(page)}</TextLink>
        </span>
      )}
    </>
  );
}

interface NotPaidSectionProps {
  view: StatementView;
  reader: StatementReader;
  query: StatementQuery;
}

/** What was at stake and is not paid: why, and what can be done about it today. */
export function NotPaidSection({ view, reader, query }: NotPaidSectionProps) {
  const t = useTranslations('statement');
  const locale = useLocale();
  const { notPayable, notPayableHidden } = view;
  const count = notPayable.reasons.reduce((sum, reason) => sum + reason.count, 0);
  const amount = formatKronor(notPayable.amountOre, locale);
  const { show, page } = query;
  const { shown } = notPayable;
  return (
    <PageSection
      title={t('notPaid.title')}
      note={count === 0 ? undefined : t('notPaid.note', { count, amount })}
    >
      <div id="not-paid">
        {count === 0 && !notPayableHidden && <p>{t('notPaid.empty')}</p>}
        <ReasonFilter view={view} reader={reader} query={query} />
        {count > 0 && <NotPaidTable entries={notPayable.items} reader={reader} />}
        <Pagination
          page={notPayable.page}
          pages={notPayable.pages}
          hrefOf={(unpaid) => statementHref(reader.base, { show, page, reason: shown, unpaid }, 'not-paid')}
        />
        {notPayableHidden && <p className="mt-4 text-ink-2">{t('notPaid.hidden')}</p>}
      </div>
    </PageSection>
  );
}

/** One reason at a time, where there are several. */
function ReasonFilter({ view, reader, query: { show, page } }: NotPaidSectionProps) {
  const t = useTranslations('statement.notPaid');
  const { reasons, shown } = view.notPayable;
  if (reasons.length < 2) return null;
  const hrefOf = (reason: string | null) => statementHref(reader.base, { show, page, reason }, 'not-paid');
  return (
    <ViewSwitch
      className="mb-4"
      label={t('filter')}
      views={[
        { href: hrefOf(null), words: t('allReasons'), current: shown === null },
        ...reasons.map(({ reason, count }) => ({
          href: hrefOf(reason),
          words: t(`reason.${reason}`),
          count,
          current: reason === shown,
        })),
      ]}
    />
  );
}

function NotPaidTable({ entries, reader }: { entries: readonly NotPayableView[]; reader: StatementReader }) {
  const t = useTranslations('statement');
  const words = useGroupWords();
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('notPaid.caption')}
        captionHidden
        rows={entries}
        rowKey={(entry) => `${entry.placementId} ${entry.key}`}
        columns={[
          {
            key: 'what',
            head: t('paid.what'),
            cell: (entry) => (
              <>
                {entry.isProtected ? t('subject.protected') : entry.name}
                <small>{words.title({ ...entry, correction: false })}</small>
              </>
            ),
          },
          { key: 'why', head: t('notPaid.why'), wide: true, cell: (entry) => <Why entry={entry} /> },
          {
            key: 'do',
            head: reader.isProvider ? t('notPaid.remedy') : t('notPaid.remedyPayer'),
            wide: true,
            cell: (entry) => (
              <>
                <What entry={entry} reader={reader} />
                <DisputeLink
                  at={reader.disputesAt}
                  amount={{ placementId: entry.placementId, key: entry.key }}
                  subject={entry.isProtected ? { kind: 'protected' } : { kind: 'participant', ...entry }}
                />
              </>
            ),
          },
          {
            key: 'amount',
            head: t('paid.amount'),
            unit: <Example />,
            numeric: true,
            // Where nothing of an outcome counts, no amount has been worked out for it.
            cell: ({ amountOre }) =>
              amountOre === 0 ? t('notPaid.noAmount') : <Amount value={amountOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
