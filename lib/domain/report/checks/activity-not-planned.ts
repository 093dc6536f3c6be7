import type { Check } from '#lib/domain/report/check.ts';

/** Each reported activity stands in a plan of the month (review section 1). Without any plan, `PLAN_MISSING` says so once. */
export const activityNotPlanned: Check = ({ content, facts: { plannedActivities } }) =>
  plannedActivities === null
    ? []
    : content.rows.flatMap(({ activity }, row) =>
        plannedActivities.includes(activity)
          ? []
          : [
              {
                code: 'ACTIVITY_NOT_PLANNED',
                severity: 'block',
                facts: { activity },
                row,
                column: 'activity',
              },
            ],
      );
