import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from '#components/ui/class-names.ts';

// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- the parts say
// their native roles aloud: some browsers forget them when a table is laid out as a stack.

export interface TableProps {
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  /** `stack`: each row becomes a block on phones, for what is read. `scroll`: moves sideways, for what is compared. */
  narrow?: 'stack' | 'scroll' | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Table({ caption, captionHidden = false, narrow = 'stack', className, children }: TableProps) {
  const id = useId();
  const table = (
    <table role="table" className={cx('tbl', narrow === 'stack' && 'tbl-stack', className)}>
      <caption id={id} className={captionHidden ? 'sr-only' : 'mb-2 font-bold'}>
        {caption}
      </caption>
      {children}
    </table>
  );
  if (narrow === 'stack') return table;
  return (
    // Focus, so that a keyboard can move it sideways.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- a div that scrolls
    <div className="overflow-x-auto" role="region" aria-labelledby={id} tabIndex={0}>
      {table}
    </div>
  );
}

type Group = Omit<ComponentProps<'tbody'>, 'role'>;

export function TableHead(props: Group) {
  return <thead role="rowgroup" {...props} />;
}

export function TableBody(props: Group) {
  return <tbody role="rowgroup" {...props} />;
}

/** The sum, under a rule of its own. */
export function TableSum(props: Group) {
  return <tfoot role="rowgroup" {...props} />;
}

interface Open {
  /** Goes on in the row below, which explains it: no line between the two. */
  open?: boolean | undefined;
}

export function Row({ open, ...rest }: Omit<ComponentProps<'tr'>, 'role'> & Open) {
  return <tr role="row" data-open={open || undefined} {...rest} />;
}

interface Numeric {
  /** To the right, with figures of one width. */
  numeric?: boolean | undefined;
}

type HeadProps = Omit<ComponentProps<'th'>, 'role' | 'scope'> & Numeric;

export function ColumnHead({ numeric, className, ...rest }: HeadProps) {
  return <th role="columnheader" scope="col" className={cx(numeric && 'num', className)} {...rest} />;
}

export function RowHead({ numeric, className, ...rest }: HeadProps) {
  return <th role="rowheader" scope="row" className={cx(numeric && 'num', className)} {...rest} />;
}

export interface CellProps extends Omit<ComponentProps<'td'>, 'role'>, Numeric {
  /** The column's name, which stands beside the value where the rows are stacked. */
  label?: string | undefined;
  /** Sentences: they get the whole width where the rows are stacked. */
  wide?: boolean | undefined;
}

export function Cell({ numeric, label, wide = false, className, children, ...rest }: CellProps) {
  return (
    <td role="cell" className={cx(numeric && 'num', wide && 'wide', className)} data-label={label} {...rest}>
      {label === undefined ? children : <div>{children}</div>}
    </td>
  );
}
