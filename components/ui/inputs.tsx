import type { ComponentProps } from 'react';
import { cx } from '#components/ui/class-names.ts';

/** Marks what is left to fill in, without calling it wrong. */
interface Todo {
  todo?: boolean | undefined;
}

export type TextInputProps = ComponentProps<'input'> & Todo;

export function TextInput({ className, type = 'text', todo, ...rest }: TextInputProps) {
  return <input type={type} className={cx('in', className)} data-todo={todo || undefined} {...rest} />;
}

export type NumberInputProps = Omit<TextInputProps, 'type'>;

/** A whole number. Text with a number keyboard: type="number" changes by a scroll and loses what it cannot read. */
export function NumberInput({ className, ...rest }: NumberInputProps) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      className={cx('max-w-[8rem] text-end', className)}
      {...rest}
    />
  );
}

export type TextAreaProps = ComponentProps<'textarea'> & Todo;

export function TextArea({ className, rows = 4, todo, ...rest }: TextAreaProps) {
  return <textarea rows={rows} className={cx('in', className)} data-todo={todo || undefined} {...rest} />;
}

/** Names and types of the table files that a form takes: workbooks and CSV. */
export const TABLE_FILES =
  '.xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv';

export type FileInputProps = Omit<ComponentProps<'input'>, 'type'>;

export function FileInput({ className, ...rest }: FileInputProps) {
  return (
    <input
      type="file"
      className={cx(
        'in py-2 file:me-3 file:rounded-md file:border file:border-line-strong file:bg-sunken file:px-3 file:py-1 file:text-ink',
        className,
      )}
      {...rest}
    />
  );
}

export interface Option {
  value: string;
  label: string;
  /** Of the label, where it is a name in another language than the page's. */
  lang?: string | undefined;
}

export type SelectProps = ComponentProps<'select'> &
  Todo & { options: readonly Option[]; empty?: string | undefined };

/** One of a list; `empty` is the line that stands there before anything is picked. */
export function Select({ className, options, empty, todo, ...rest }: SelectProps) {
  return (
    <select className={cx('in', className)} data-todo={todo || undefined} {...rest}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
