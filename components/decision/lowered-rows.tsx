import { useTranslations } from 'next-intl';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { LoweredRow } from '#lib/domain/review/lower-rows.ts';

/** Rows of which fewer minutes were approved, each with why. */
export function LoweredRows({ rows }: { readonly rows: readonly LoweredRow[] }) {
  const t = useTranslations('review-decision.history');
  const reasons = useTranslations('review.decide.reasons');
  const locale = useStaffLocale();
  if (rows.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-1">
      {rows.map(({ activity, form, reportedMinutes, approvedMinutes, reasonCode, text }) => (
        <li key={`${activity} ${form}`}>
          {t('row', {
            row:
              form === null
                ? activityName(activity, locale)
                : `${activityName(activity, locale)} (${formName(form, locale)})`,
            approved: hoursAsClock(approvedMinutes),
            reported: hoursAsClock(reportedMinutes),
            reason: reasons(reasonCode),
          })}
          {text !== null && <span className="block whitespace-pre-line text-ink-2">{text}</span>}
        </li>
      ))}
    </ul>
  );
}
