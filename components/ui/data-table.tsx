import type { ReactNode } from 'react';
import {
  Cell,
  ColumnHead,
  Row,
  RowHead,
  Table,
  TableBody,
  TableHead,
  type TableProps,
  TableSum,
} from '#components/ui/table.tsx';

export interface Column<Item> {
  key: string;
  head: string;
  /** Under the head, in lighter type: `tim:min`, `exempelbelopp`. */
  unit?: ReactNode;
  headHidden?: boolean | undefined;
  numeric?: boolean | undefined;
  /** Sentences: they get the whole width on phones. */
  wide?: boolean | undefined;
  cell: (item: Item) => ReactNode;
  /** In the row of sums; the first column's says what is summed. */
  sum?: ReactNode;
}

export interface DataTableProps<Item> extends Omit<TableProps, 'children'> {
  /** The first names the row. */
  columns: readonly Column<Item>[];
  rows: readonly Item[];
  rowKey: (item: Item) => string;
}

/** A table of equal rows: heads, row heads, labels for phones and the sum follow from the columns. */
export function DataTable<Item>({ columns, rows, rowKey, ...table }: DataTableProps<Item>) {
  const summed = columns.some((column) => column.sum !== undefined);
  return (
    <Table {...table}>
      <TableHead>
        <Row>
          {columns.map((column) => (
            <ColumnHead key={column.key} numeric={column.numeric}>
              <span className={column.headHidden === true ? 'sr-only' : undefined}>{column.head}</span>
              {column.unit !== undefined && (
                <span className="block font-normal text-ink-3">{column.unit}</span>
              )}
            </ColumnHead>
          ))}
        </Row>
      </TableHead>
      <TableBody>
        {rows.map((item) => (
          <Row key={rowKey(item)}>
            {columns.map((column, index) => (
              <ColumnCell key={column.key} column={column} isHead={index === 0}>
                {column.cell(item)}
              </ColumnCell>
            ))}
          </Row>
        ))}
      </TableBody>
      {summed && (
        <TableSum>
          <Row>
            {columns.map((column, index) => (
              <ColumnCell key={column.key} column={column} isHead={index === 0}>
                {column.sum}
              </ColumnCell>
            ))}
          </Row>
        </TableSum>
      )}
    </Table>
  );
}

interface ColumnCellProps<Item> {
  column: Column<Item>;
  isHead: boolean;
  children: ReactNode;
}

function ColumnCell<Item>({ column, isHead, children }: ColumnCellProps<Item>) {
  if (isHead) return <RowHead numeric={column.numeric}>{children}</RowHead>;
  const isEmpty = children === undefined || children === null;
  const label = column.headHidden === true || isEmpty ? undefined : column.head;
  return (
    <Cell numeric={column.numeric} label={label} wide={column.wide}>
      {children}
    </Cell>
  );
}
