import { useLocale, useTranslations } from 'next-intl';
import { useGroupWords } from '#components/statement/group-words.ts';
import { reportHref, statementHref } from '#components/statement/statement-address.ts';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { remedyFor } from '#lib/domain/statement/remedy.ts';
import type { NotPayableView, StatementView } from '#lib/domain/statement/statement-view.ts';
import { formatKronor } from '#lib/shared/money.ts';

function toneOf({ reason, reportThen }: NotPayableView): Tone {
  if (reason === 'reportMissing') return 'warn';
  if (reason !== 'reportNotApproved' || reportThen === 'rejected') return 'stop';
  return reportThen === 'returned' ? 'warn' : 'wait';
}

function Why({ entry }: { entry: NotPayableView }) {
  const t = useTranslations('statement.notPaid');
  const { reason, reportThen } = entry;
  const isKnown = reason === 'reportNotApproved' && reportThen !== null && reportThen !== 'approved';
  return <Status tone={toneOf(entry)}>{isKnown ? t(`then.${reportThen}`) : t(`reason.${reason}`)}</Status>;
}

function What({ entry, reader }: { entry: NotPayableView; reader: StatementReader }) {
  const t = useTranslations('statement.notPaid.do');
  const remedy = remedyFor(entry.reason, entry.reportNow);
  const leads = remedy === 'sendReport' || remedy === 'completeReport' || remedy === 'readDecision';
  if (!leads || !reader.opensReports || entry.month === null) return t(remedy);
  return <TextLink href={reportHref(entry.month, entry.placementId)}>{t(remedy)}</TextLink>;
}

interface NotPaidSectionProps {
  view: StatementView;
  reader: StatementReader;
  /** The group that is open above, so that turning pages here leaves it open. */
  show: string | null;
}

/** What was at stake and is not paid: why, and what can be done about it today. */
export function NotPaidSection({ view, reader, show }: NotPaidSectionProps) {
  const t = useTranslations('statement');
  const words = useGroupWords();
  const locale = useLocale();
  const { notPayable, notPayableHidden } = view;
  const amount = formatKronor(notPayable.amountOre, locale);
  const nameOf = (entry: NotPayableView) => (entry.isProtected ? t('subject.protected') : entry.name);
  return (
    <PageSection
      title={t('notPaid.title')}
      note={notPayable.total === 0 ? undefined : t('notPaid.note', { count: notPayable.total, amount })}
    >
      <div id="not-paid">
        {notPayable.total === 0 && !notPayableHidden && <p>{t('notPaid.empty')}</p>}
        {notPayable.total > 0 && (
          <Sheet className="px-4 pt-4 pb-1 md:px-6">
            <DataTable
              caption={t('notPaid.caption')}
              captionHidden
              rows={notPayable.items}
              rowKey={(entry) => `${entry.placementId} ${entry.key}`}
              columns={[
                {
                  key: 'what',
                  head: t('paid.what'),
                  cell: (entry) => (
                    <>
                      {nameOf(entry)}
                      <small>{words.title({ ...entry, correction: false })}</small>
                    </>
                  ),
                },
                { key: 'why', head: t('notPaid.why'), cell: (entry) => <Why entry={entry} /> },
                {
                  key: 'do',
                  head: reader.isProvider ? t('notPaid.remedy') : t('notPaid.remedyPayer'),
                  cell: (entry) => <What entry={entry} reader={reader} />,
                },
                {
                  key: 'amount',
                  head: t('paid.amount'),
                  unit: <Example />,
                  numeric: true,
                  cell: (entry) => <Amount value={entry.amountOre} exact />,
                },
              ]}
            />
          </Sheet>
        )}
        <Pagination
          page={notPayable.page}
          pages={notPayable.pages}
          hrefOf={(unpaid) => statementHref(reader.base, { show, unpaid }, 'not-paid')}
        />
        {notPayableHidden && <p className="mt-4 text-ink-2">{t('notPaid.hidden')}</p>}
      </div>
    </PageSection>
  );
}
