import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { ACTIVITY_CODES, activityName } from '#lib/domain/activity/activity.ts';
import type { PlannedActivity } from '#lib/domain/activity/plan-version.ts';

type Props = { readonly activities: readonly PlannedActivity[]; readonly caption: string };

/** What is planned, why, and what it should lead to. */
export function PlanActivities({ activities, caption }: Props) {
  const t = useTranslations('participants.plan');
  const locale = useLocale();
  const columns: readonly Column<PlannedActivity>[] = [
    { key: 'activity', head: t('activity'), cell: ({ activity }) => activityName(activity, locale) },
    { key: 'purpose', head: t('purpose'), cell: ({ purpose }) => purpose || '–' },
    { key: 'aim', head: t('aim'), cell: ({ goal }) => goal || '–' },
  ];
  const inOrder = activities.toSorted(
    (a, b) => ACTIVITY_CODES.indexOf(a.activity) - ACTIVITY_CODES.indexOf(b.activity),
  );
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={inOrder}
      rowKey={({ activity }) => activity}
    />
  );
}
