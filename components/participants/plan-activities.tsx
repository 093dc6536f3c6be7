import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { inOrder, type PlannedActivity } from '#lib/domain/activity/plan-version.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';

type Props = { readonly activities: readonly PlannedActivity[]; readonly caption: string };

/** What is planned, why, and what it should lead to; how much a week where anything is said of it. */
export function PlanActivities({ activities, caption }: Props) {
  const t = useTranslations('participants.plan');
  const plan = useTranslations('plan');
  const locale = useStaffLocale();
  const minutes: Column<PlannedActivity> = {
    key: 'minutes',
    head: plan('minutesPerWeek'),
    numeric: true,
    cell: ({ minutesPerWeek }) => (minutesPerWeek === null ? '–' : formatHours(minutesPerWeek, locale)),
  };
  const columns: readonly Column<PlannedActivity>[] = [
    { key: 'activity', head: t('activity'), cell: ({ activity }) => activityName(activity, locale) },
    { key: 'purpose', head: t('purpose'), wide: true, cell: ({ purpose }) => purpose || '–' },
    { key: 'aim', head: t('aim'), wide: true, cell: ({ goal }) => goal || '–' },
    ...(activities.some(({ minutesPerWeek }) => minutesPerWeek !== null) ? [minutes] : []),
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={inOrder(activities)}
      rowKey={({ activity }) => activity}
    />
  );
}
