import { useTranslations } from 'next-intl';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { PlanForm } from '#components/month-grid/plan-form.tsx';
import { outsidePlan } from '#components/month-grid/row-minutes.ts';
import type { RowView } from '#components/month-grid/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { fieldName } from '#lib/domain/month-grid/field-name.ts';
import { notAssessedWords } from '#lib/domain/report/not-assessed.ts';
import { GRID_FIELDS, isMinutesField, type TypedMonth } from '#lib/domain/month-grid/grid-field.ts';

/** A row opened: what was found and what to do about it, each mended where it stands; log and plan beside it. */
export function RowDetail({ view }: { readonly view: RowView }) {
  const t = useTranslations('month-grid.row');
  const locale = useStaffLocale();
  const { month } = useGridTools();
  const { row, typed, live } = view;
  const unplanned = row.isOpen ? outsidePlan(typed, row.facts.plannedActivities) : [];
  const remarks = live.remarks.filter(({ code }) => code !== 'LATE' && code !== 'ACTIVITY_NOT_PLANNED');
  const unknown = notAssessedWords(live.notAssessed, locale);
  const { placementId, participantName: name } = row.row;
  return (
    <div className="grid gap-4">
      <RefusedRow view={view} />
      {unplanned.map((activity) => (
        <PlanForm key={activity} view={view} activity={activity} />
      ))}
      {remarks.length > 0 && (
        <ul className="grid max-w-measure gap-2">
          {remarks.map((remark) => (
            <li key={remark.message}>
              <Status tone={remark.severity === 'block' ? 'stop' : 'warn'} reason={remark.fix}>
                {remark.message}
              </Status>
            </li>
          ))}
        </ul>
      )}
      {unknown !== null && (
        <Status tone="none" className="max-w-measure">
          {unknown}
        </Status>
      )}
      <dl className="grid gap-x-8 gap-y-2 text-ink-2 lg:grid-cols-2">
        <div>
          <dt className="font-medium text-ink">{t('log')}</dt>
          <dd>{inWords(row.log, locale) || t('noLog')}</dd>
        </div>
        <div>
          <dt className="font-medium text-ink">{t('plan')}</dt>
          <dd>
            {row.facts.plannedActivities?.map((code) => activityName(code, locale)).join(' · ') ??
              t('noPlan')}
          </dd>
        </div>
      </dl>
      <p className="text-ink-2">
        <TextLink href={`/provider/months/${month}/${placementId}`}>{t('toMonth', { name })}</TextLink>{' '}
        {t('toMonthHint')}
      </p>
    </div>
  );
}

/** What the server does not take, and why: it stands here until somebody lets go of it. */
function RefusedRow({ view }: { readonly view: RowView }) {
  const t = useTranslations('month-grid.row');
  const { store } = useGridTools();
  if (view.refused.length === 0) return null;
  return (
    <Notice
      tone="stop"
      title={t('refused')}
      action={
        <Button type="button" look="plain" onClick={() => store.giveUp(view.row.row.placementId)}>
          {t('giveUp')}
        </Button>
      }
    >
      {view.refused.map(({ code, message, fix }) => (
        <p key={code}>
          {message} {fix}
        </p>
      ))}
    </Notice>
  );
}

/** The log's time in a line: `Individuellt möte, på plats 2:00`. */
function inWords(log: TypedMonth, locale: 'sv' | 'en'): string {
  return GRID_FIELDS.filter((field) => isMinutesField(field) && log[field] !== undefined)
    .map((field) => `${fieldName(field, locale)} ${log[field]}`)
    .join(' · ');
}
