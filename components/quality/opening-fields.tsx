import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableBody, TableHead } from '#components/ui/table.tsx';
import { formatTime, type OpeningSpan, WEEKDAYS } from '#lib/domain/quality/opening.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly spans: readonly OpeningSpan[];
  readonly problems: readonly FieldProblem[];
  readonly typed: KeptForm['values'] | null;
};

const HEADS = ['from', 'to', 'fromAgain', 'toAgain'] as const;

/** A row for each weekday with room for two spans. */
export function OpeningFields({ spans, problems, typed }: Props) {
  const t = useTranslations('quality.opening');
  return (
    <Table caption={t('caption')} captionHidden>
      <TableHead>
        <Row>
          <ColumnHead>{t('day')}</ColumnHead>
          {HEADS.map((head) => (
            <ColumnHead key={head}>{t(head)}</ColumnHead>
          ))}
        </Row>
      </TableHead>
      <TableBody>
        {WEEKDAYS.map((weekday) => {
          const own = spans.filter((span) => span.weekday === weekday);
          const day = t(`weekday.${weekday}`);
          return (
            <Row key={weekday}>
              <RowHead>{day}</RowHead>
              {HEADS.map((head, at) => {
                const index = (weekday - 1) * 2 + (at >> 1);
                const end = at % 2 === 0 ? 'from' : 'to';
                const name = `spans.${index}.${end}`;
                const stored = own[at >> 1]?.[end];
                return (
                  <Cell key={head} label={t(head)}>
                    {end === 'from' && (
                      <input type="hidden" name={`spans.${index}.weekday`} value={weekday} />
                    )}
                    <Field
                      name={name}
                      label={t('fieldOf', { day, field: t(head) })}
                      labelHidden
                      problems={problems}
                    >
                      {(control) => (
                        <TextInput
                          {...control}
                          inputMode="decimal"
                          autoComplete="off"
                          className="max-w-[6rem] text-end"
                          defaultValue={
                            typed === null ? (stored === undefined ? '' : formatTime(stored)) : typed[name]
                          }
                        />
                      )}
                    </Field>
                  </Cell>
                );
              })}
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}
