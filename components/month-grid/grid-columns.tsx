import { useTranslations } from 'next-intl';
import { Example } from '#components/ui/amount.tsx';
import { ColumnHead, Row, TableHead } from '#components/ui/table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { type ActivityCode, activityName } from '#lib/domain/activity/activity.ts';
import { type MinutesField, partsOf } from '#lib/domain/month-grid/grid-field.ts';

// oxlint-disable jsx-a11y/no-redundant-roles -- roles are said aloud, as in the parts of every table that stacks.

/** Columns of minutes side by side that belong to one activity. */
export type ActivityColumns = { readonly activity: ActivityCode; readonly fields: readonly MinutesField[] };

/** The same columns, activity by activity. */
export function byActivity(columns: readonly MinutesField[]): readonly ActivityColumns[] {
  const activities = new Set(columns.map((field) => partsOf(field).activity));
  return [...activities].map((activity) => ({
    activity,
    fields: columns.filter((field) => partsOf(field).activity === activity),
  }));
}

/** Columns in all: the name, those to type in, and what follows from them. */
export function widthOf(fields: number, seesMoney: boolean): number {
  return fields + (seesMoney ? 5 : 4);
}

type Props = { readonly columns: readonly MinutesField[]; readonly seesMoney: boolean };

/** The heads: activity over form, then what belongs to the whole month, then what follows from it. */
export function GridColumns({ columns, seesMoney }: Props) {
  const t = useTranslations('reporting.table');
  const tGrid = useTranslations('month-grid.head');
  const activities = byActivity(columns);
  return (
    <TableHead>
      <Row>
        <ColumnHead rowSpan={2} className="grid-name">
          {t('participant')}
        </ColumnHead>
        {activities.map((one) => (
          <ActivityHead key={one.activity} {...one} />
        ))}
        <ColumnHead numeric rowSpan={2}>
          {t('suggestions')}
          <span className="grid-unit">{t('number')}</span>
        </ColumnHead>
        <ColumnHead rowSpan={2}>{t('language')}</ColumnHead>
        <ColumnHead rowSpan={2}>{tGrid('noActivity')}</ColumnHead>
        <ColumnHead numeric rowSpan={2}>
          {t('support')}
          <span className="grid-unit">{t('supportUnit')}</span>
        </ColumnHead>
        <ColumnHead numeric rowSpan={2}>
          {t('onSite')}
        </ColumnHead>
        <ColumnHead rowSpan={2} className="grid-state">
          {t('state')}
        </ColumnHead>
        {seesMoney && (
          <ColumnHead numeric rowSpan={2} className="grid-pay">
            {t('amount')}
            <span className="grid-unit">{tGrid('payDay')}</span>
            <Example />
          </ColumnHead>
        )}
      </Row>
      <Row>
        {activities.filter(hasForms).flatMap(({ fields }) =>
          fields.map((field, place) => (
            <ColumnHead key={field} numeric className="grid-form" data-first={place === 0 || undefined}>
              {tGrid(partsOf(field).form ?? 'withoutForm')}
            </ColumnHead>
          )),
        )}
      </Row>
    </TableHead>
  );
}

/** Own work mostly has no form: then its head goes all the way down. */
function hasForms({ fields }: ActivityColumns): boolean {
  return fields.some((field) => partsOf(field).form !== null);
}

function ActivityHead({ activity, fields }: ActivityColumns) {
  const t = useTranslations('reporting.table');
  const tGrid = useTranslations('month-grid.head');
  const locale = useStaffLocale();
  const deep = hasForms({ activity, fields });
  return (
    <th
      role="columnheader"
      scope={deep ? 'colgroup' : 'col'}
      colSpan={fields.length}
      rowSpan={deep ? 1 : 2}
      title={activityName(activity, locale)}
      className="grid-activity"
    >
      {t(`short.${activity}`)}
      {!deep && <span className="grid-unit">{tGrid('clock')}</span>}
    </th>
  );
}
