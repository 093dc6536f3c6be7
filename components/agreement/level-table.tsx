import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Example } from '#components/ui/amount.tsx';
import { type AmountTable, LEVELS } from '#lib/domain/compensation/types.ts';

type Row = { readonly key: string; readonly name: ReactNode; readonly ore: AmountTable };

type Props = {
  readonly caption: string;
  /** What names the rows. */
  readonly head: string;
  /** `kr per dag`. */
  readonly unit: string;
  readonly rows: readonly Row[];
};

/** Amounts by level; each is an example and says so. */
export function LevelTable({ caption, head, unit, rows }: Props) {
  const t = useTranslations('admin.agreement');
  return (
    <DataTable
      caption={
        <>
          {caption}, {unit} <Example />
        </>
      }
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', head, cell: ({ name }) => name },
        ...LEVELS.map((level) => ({
          key: level,
          head: t('level', { level }),
          numeric: true,
          cell: ({ ore }: Row) => <Amount value={ore[level]} exact={ore[level] % 100 !== 0} />,
        })),
      ]}
    />
  );
}
