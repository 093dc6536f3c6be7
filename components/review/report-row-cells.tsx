import { useTranslations } from 'next-intl';
import { answersOf, RowAnswers, RowEntries } from '#components/review/row-answers.tsx';
import { RowDecision } from '#components/review/row-decision.tsx';
import { Status } from '#components/ui/status.tsx';
import { Cell, Row, RowHead } from '#components/ui/table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName, isSupport } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { ReportedRow, ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly row: ReportedRow;
  readonly index: number;
  readonly report: ReviewedReportPage;
  readonly decides: boolean;
  readonly attempt: KeptForm | null;
};

/** One row of the report beside plan, log and the participant's answers; what is disputed is opened below it. */
export function ReportRowCells({ row, index, report, decides, attempt }: Props) {
  const t = useTranslations('review.report');
  const words = useTranslations('review-decision.row');
  const locale = useStaffLocale();
  const { activity, form, minutes } = row;
  const hasLog = report.log.length > 0;
  const entries = report.log.filter((one) => one.activity === activity && one.form === form);
  const answers = answersOf(row, { answers: report.answers, entries });
  const isDisputed = answers.some(({ answer }) => answer === 'disputed');
  return (
    <>
      <Row open={isDisputed}>
        <RowHead>
          {activityName(activity, locale)}
          <small className="block font-normal text-ink-2">
            {form === null ? t('noForm') : formName(form, locale)}
            {!isSupport(activity) && `, ${words('ownWork')}`}
          </small>
        </RowHead>
        <Cell label={t('plan')}>
          <Planned report={report} row={row} />
        </Cell>
        {hasLog && (
          <Cell numeric label={t('log')}>
            {hoursAsClock(entries.reduce((total, entry) => total + entry.minutes, 0))}
            <small className="block text-ink-3">{words('entries', { count: entries.length })}</small>
          </Cell>
        )}
        <Cell numeric label={t('reported')}>
          <Reported
            row={row}
            logged={hasLog ? entries.reduce((total, entry) => total + entry.minutes, 0) : minutes}
          />
        </Cell>
        <Cell label={words('participant')}>
          <RowAnswers answers={answers} />
        </Cell>
        {decides && (
          <Cell label={words('head')}>
            <RowDecision row={row} index={index} attempt={attempt} />
          </Cell>
        )}
      </Row>
      {isDisputed && (
        <Row>
          <Cell colSpan={4 + Number(hasLog) + Number(decides)} wide>
            <RowEntries answers={answers} entries={entries} />
          </Cell>
        </Row>
      )}
    </>
  );
}

function Planned({ report, row }: Pick<Props, 'report' | 'row'>) {
  const t = useTranslations('review.report');
  const planned = report.plan.find(({ activity }) => activity === row.activity);
  if (planned === undefined) return <Status tone="warn">{t('notPlanned')}</Status>;
  return planned.goal === '' ? <Status tone="ok">{t('plan')}</Status> : planned.goal;
}

/** What was reported: how it differs from the log, and what a decision approved of it. */
function Reported({ row, logged }: { readonly row: ReportedRow; readonly logged: number }) {
  const t = useTranslations('review-decision.row');
  const { minutes, approvedMinutes } = row;
  const difference = minutes - logged;
  return (
    <>
      {difference === 0 ? hoursAsClock(minutes) : <b className="text-warn">{hoursAsClock(minutes)}</b>}
      {difference !== 0 && (
        <small className="block text-warn">
          {t(difference > 0 ? 'more' : 'less', { time: hoursAsClock(Math.abs(difference)) })}
        </small>
      )}
      {approvedMinutes !== null && approvedMinutes !== undefined && (
        <small className="block">{t('approved', { time: hoursAsClock(approvedMinutes) })}</small>
      )}
    </>
  );
}
