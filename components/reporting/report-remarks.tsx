import { useTranslations } from 'next-intl';
import { REPORT_FORM_ID } from '#components/reporting/report-form.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { type ActivityCode, activityName } from '#lib/domain/activity/activity.ts';
import { notAssessedWords } from '#lib/domain/report/not-assessed.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { Remark } from '#lib/domain/report/remark.ts';

type Props = { readonly page: MonthPage; readonly mayPlan: boolean };

/** What keeps the month from being sent, with the remedy where it stands; and what a reviewer will notice. */
export function ReportRemarks({ page, mayPlan }: Props) {
  const t = useTranslations('reporting.remarks');
  const locale = useStaffLocale();
  const remarks = page.row.remarks.filter(({ code }) => code !== 'REPORT_EMPTY');
  const blocks = remarks.filter(({ severity, code }) => severity === 'block' && code !== 'MONTH_OPEN');
  // That the whole month is late stands under the title.
  const others = remarks.filter(({ severity, code }) => severity !== 'block' && code !== 'LATE');
  const unknown = notAssessedWords(page.row.notAssessed, locale);
  if (page.row.source === 'none' || (blocks.length + others.length === 0 && unknown === null)) return null;
  return (
    <div className="grid gap-4">
      {blocks.length > 0 && (
        <section aria-labelledby="blocks">
          <Sheet className="border-2 border-stop! p-5 max-md:px-4">
            <h2 id="blocks" className="mb-3 text-lg">
              {t('blocks', { count: blocks.length })}
            </h2>
            <ul className="grid gap-4">
              {blocks.map((remark) => (
                <li key={`${remark.code} ${remark.row} ${remark.message}`}>
                  <Status tone="stop" reason={remark.fix}>
                    {remark.message}
                  </Status>
                  <Remedy remark={remark} page={page} mayPlan={mayPlan} />
                </li>
              ))}
            </ul>
          </Sheet>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="flags">
          <Sheet className="p-5 max-md:px-4">
            <h2 id="flags" className="mb-3 text-lg">
              {t('flags')}
            </h2>
            <p className="mb-3 text-ink-2">{t('flagsHint')}</p>
            <ul className="grid gap-3">
              {others.map((remark) => (
                <li key={remark.code}>
                  <Status
                    tone="warn"
                    reason={`${remark.fix} ${t(remark.severity === 'hold' ? 'held' : 'flagged')}`}
                  >
                    {remark.message}
                  </Status>
                </li>
              ))}
            </ul>
          </Sheet>
        </section>
      )}
      {unknown !== null && (
        <Status tone="none" className="max-w-measure">
          {unknown}
        </Status>
      )}
    </div>
  );
}

/** What can be done about it right here. */
function Remedy({ remark, page, mayPlan }: Props & { readonly remark: Remark }) {
  const t = useTranslations('reporting.remarks');
  const locale = useStaffLocale();
  if (remark.code === 'PLAN_MISSING') {
    return mayPlan ? (
      <p className="mt-2">
        <LinkAction href={`/provider/participants/${page.row.placementId}/plan`}>{t('makePlan')}</LinkAction>
      </p>
    ) : null;
  }
  const activity: ActivityCode | undefined =
    remark.code === 'ACTIVITY_NOT_PLANNED' && remark.row !== null
      ? page.row.content.rows[remark.row]?.activity
      : undefined;
  if (activity === undefined) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
      <Button form={REPORT_FORM_ID} name="addToPlan.0" value={activity} icon="plus">
        {t('addToPlan')}
        <span className="sr-only">: {activityName(activity, locale)}</span>
      </Button>
      <span className="text-xs text-ink-2">{t('participantSees')}</span>
    </p>
  );
}
