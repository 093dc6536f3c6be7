import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormReader } from '#components/agreement/form-reader.ts';
import { Field } from '#components/ui/field.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { NumberInput, TextInput } from '#components/ui/inputs.tsx';
import { Cell, ColumnHead, Row, Table, TableBody, TableHead } from '#components/ui/table.tsx';

interface Named {
  reader: FormReader;
  name: string;
}

interface TextFieldProps extends Named {
  label: string;
  hint?: string | undefined;
  /** Wide for names, narrow for numbers. */
  wide?: boolean | undefined;
}

export function TextField({ reader, name, label, hint, wide = false }: TextFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} problems={reader.problems}>
      {(control) =>
        wide ? (
          <TextInput {...control} defaultValue={reader.value(name)} autoComplete="off" />
        ) : (
          <NumberInput {...control} inputMode="decimal" defaultValue={reader.value(name)} />
        )
      }
    </Field>
  );
}

interface GroupProps extends Named {
  legend: ReactNode;
  hint?: string | undefined;
  children: ReactNode;
}

/** Fields that belong together, with what is wrong with them as a whole. */
export function Group({ reader, name, legend, hint, children }: GroupProps) {
  const id = fieldId(name);
  const own = reader.problems.filter(({ pointer }) => fieldId(pointer) === id);
  return (
    <fieldset id={id} tabIndex={-1} className={own.length > 0 ? 'field-wrong' : undefined}>
      <legend className="mb-1 font-medium">{legend}</legend>
      <FieldError id={`${id}-error`} problems={own} />
      {hint !== undefined && <p className="mb-2 text-xs text-ink-3">{hint}</p>}
      {children}
    </fieldset>
  );
}

interface TicksProps extends Named {
  legend: string;
  options: readonly { value: string; label: string }[];
}

/** Several of a few. */
export function Ticks({ reader, name, legend, options }: TicksProps) {
  return (
    <Group reader={reader} name={name} legend={legend}>
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, label }, index) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              id={fieldId(`${name}.${index}`)}
              name={`${name}.${index}`}
              value={value}
              defaultChecked={reader.holds(name, value)}
            />
            <span className="choice-label">{label}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}

interface RowFieldsProps extends Named {
  legend: ReactNode;
  hint?: string | undefined;
  columns: readonly { member: string; head: string; isDate?: boolean }[];
}

/** Rows to type in, the empty ones last. An emptied row is taken away. */
export function RowFields({ reader, name, legend, hint, columns }: RowFieldsProps) {
  const t = useTranslations('agreement.edit');
  const rows = Array.from({ length: reader.rows(name) }, (_, index) => index);
  return (
    <Group reader={reader} name={name} legend={legend} hint={hint}>
      <Table caption={legend} captionHidden>
        <TableHead>
          <Row>
            {columns.map(({ member, head }) => (
              <ColumnHead key={member}>{head}</ColumnHead>
            ))}
          </Row>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row}>
              {columns.map(({ member, head, isDate }) => (
                <Cell key={member} label={head}>
                  <RowField
                    reader={reader}
                    name={`${name}.${row}.${member}`}
                    label={`${head}, ${t('row', { row: row + 1 })}`}
                    isDate={isDate === true}
                  />
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </Group>
  );
}

function RowField({ reader, name, label, isDate }: Named & { label: string; isDate: boolean }) {
  return (
    <Field name={name} label={label} labelHidden problems={reader.problems}>
      {(control) =>
        isDate ? (
          <TextInput
            {...control}
            autoComplete="off"
            className="max-w-36 min-w-32"
            defaultValue={reader.value(name)}
          />
        ) : (
          <NumberInput {...control} inputMode="decimal" defaultValue={reader.value(name)} />
        )
      }
    </Field>
  );
}
