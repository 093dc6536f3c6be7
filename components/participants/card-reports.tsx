import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DateText, MonthText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CardReport, ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { isReasonCode } from '#lib/domain/review/reason-code.ts';

type Props = {
  readonly card: ParticipantCard;
  readonly mayReport: boolean;
  readonly seesMoney: boolean;
};

const TONES: Readonly<Record<CurrentStatus, Tone>> = {
  submitted: 'wait',
  inReview: 'wait',
  approved: 'ok',
  returned: 'warn',
  rejected: 'stop',
};

/** Every month's report with how it stands, and its reason one press away. */
export function CardReports({ card, mayReport, seesMoney }: Props) {
  const t = useTranslations('participants.reports');
  const columns: readonly Column<CardReport>[] = [
    {
      key: 'month',
      head: t('month'),
      cell: ({ month }) =>
        mayReport ? (
          <TextLink href={`/provider/months/${month}/${card.placementId}`}>
            <MonthText month={month} />
          </TextLink>
        ) : (
          <MonthText month={month} />
        ),
    },
    { key: 'status', head: t('status'), cell: (report) => <ReportState report={report} /> },
    { key: 'sent', head: t('sent'), cell: ({ submittedOn }) => <DateText date={submittedOn} /> },
    ...(seesMoney
      ? [
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ amountOre }: CardReport) => <Amount value={amountOre} />,
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="reports">
      <h2 id="reports" className="mb-3 text-lg">
        {t('title')}
      </h2>
      {card.reports.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <Sheet className="p-5 max-md:px-4">
          <DataTable
            caption={t('title')}
            captionHidden
            columns={columns}
            rows={card.reports}
            rowKey={({ id }) => id}
          />
        </Sheet>
      )}
    </section>
  );
}

function ReportState({ report }: { readonly report: CardReport }) {
  const t = useTranslations();
  const { status, reason, reasonCode, decidedOn, decideBy } = report;
  const waits = status === 'submitted' || status === 'inReview';
  return (
    <>
      <Status
        tone={TONES[status]}
        icon={status === 'returned' ? 'paused' : undefined}
        reason={
          waits ? (
            <>
              {t('participants.reports.decideBy')} <DateText date={decideBy} />
            </>
          ) : (
            decidedOn !== null && <DateText date={decidedOn} />
          )
        }
      >
        {t(`review.report.status.${status}`)}
      </Status>
      {(reason !== null || isReasonCode(reasonCode)) && (status === 'returned' || status === 'rejected') && (
        <DisclosureMore summary={t('participants.reports.reason')}>
          {isReasonCode(reasonCode) && (
            <p className="font-medium">{t(`review.decide.reasons.${reasonCode}`)}</p>
          )}
          <p className="max-w-measure whitespace-pre-line">{reason}</p>
        </DisclosureMore>
      )}
    </>
  );
}
