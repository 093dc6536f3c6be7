import { useTranslations } from 'next-intl';
import type { GridCell, GridLine } from '#components/reporting/report-grid.ts';
import { Field } from '#components/ui/field.tsx';
import { NumberInput } from '#components/ui/inputs.tsx';
import { Status } from '#components/ui/status.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableBody, TableHead } from '#components/ui/table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, type ActivityForm, formName } from '#lib/domain/activity/activity-form.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly lines: readonly GridLine[];
  readonly problems: readonly FieldProblem[];
};

/** Minutes by activity and form, each field with what the log says. */
export function ReportGridTable({ lines, problems }: Props) {
  const t = useTranslations('reporting.form');
  const locale = useStaffLocale();
  return (
    <Table caption={t('minutes')} captionHidden>
      <TableHead>
        <Row>
          <ColumnHead>{t('activity')}</ColumnHead>
          {ACTIVITY_FORMS.map((form) => (
            <ColumnHead key={form}>{capitalFirst(formName(form, locale))}</ColumnHead>
          ))}
        </Row>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <Row key={line.activity} className="max-md:grid max-md:grid-cols-3 max-md:gap-x-3">
            <RowHead className="max-md:col-span-3">
              {activityName(line.activity, locale)}
              {line.activity === 'ownWork' && <small>{t('ownWorkHint')}</small>}
              {!line.planned && (
                <span className="mt-1 block text-xs">
                  <Status tone="stop">{t('notPlanned')}</Status>
                </span>
              )}
            </RowHead>
            {ACTIVITY_FORMS.map((form, place) => (
              <Cell key={form} className="align-top">
                {cellsAt(line, form, place).map((cell) => (
                  <Minutes key={cell.index} line={line} cell={cell} problems={problems} />
                ))}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** The field of the form; the one without a form stands first. */
function cellsAt({ cells }: GridLine, form: ActivityForm, place: number): readonly GridCell[] {
  return cells.filter((cell) => cell.form === form || (place === 0 && cell.form === null));
}

type MinutesProps = Omit<Props, 'lines'> & { readonly line: GridLine; readonly cell: GridCell };

function Minutes({ line, cell, problems }: MinutesProps) {
  const t = useTranslations('reporting.form');
  const locale = useStaffLocale();
  const { index, form, text, log } = cell;
  const name = `rows.${index}`;
  const activity = activityName(line.activity, locale);
  const own = problems
    .filter(({ pointer }) => pointer === `/rows/${index}` || pointer.startsWith(`/rows/${index}/`))
    .map((problem) => ({ ...problem, pointer: `/rows/${index}/minutes` }));
  const formWords = form === null ? t('withoutForm') : formName(form, locale);
  return (
    <>
      <input type="hidden" name={`${name}.activity`} value={line.activity} />
      <input type="hidden" name={`${name}.form`} value={form ?? ''} />
      <Field
        name={`${name}.minutes`}
        label={
          <>
            <span className="sr-only">{activity}, </span>
            <span className={`text-xs font-normal text-ink-2 ${form === null ? '' : 'md:sr-only'}`}>
              {formWords}
            </span>
          </>
        }
        hint={log === 0 ? undefined : t(text === String(log) ? 'fromLog' : 'logSays', { minutes: log })}
        problems={own}
      >
        {(control) => <NumberInput {...control} className="max-w-24" defaultValue={text} />}
      </Field>
    </>
  );
}
