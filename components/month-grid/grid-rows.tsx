import { useTranslations } from 'next-intl';
import { GridRow } from '#components/month-grid/grid-row.tsx';
import { Row, TableBody } from '#components/ui/table.tsx';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import type { GridRow as GivenRow } from '#lib/domain/month-grid/month-grid.ts';
import { MONTH_GROUPS, monthGroupOf } from '#lib/domain/report/month-group.ts';

// oxlint-disable jsx-a11y/no-redundant-roles -- roles are said aloud, as in the parts of every table that stacks.

type Props = {
  readonly rows: readonly GivenRow[];
  readonly fields: readonly GridField[];
  /** What is left to do comes first: each group has its head. They stay as they were when the page was made. */
  readonly isGrouped: boolean;
  /** Columns in all. */
  readonly width: number;
};

type Placed = { readonly placementId: string; readonly at: number; readonly state: GivenRow['row']['state'] };

/** The participants of the page, by name or by what is left to do. */
export function GridRows({ rows, fields, isGrouped, width }: Props) {
  const t = useTranslations('reporting.table.group');
  const placed: readonly Placed[] = rows.map(({ row: { placementId, state } }, at) => ({
    placementId,
    at,
    state,
  }));
  const rowOf = ({ placementId, at }: Placed) => (
    <GridRow key={placementId} placementId={placementId} at={at} fields={fields} />
  );
  if (!isGrouped) return <TableBody>{placed.map(rowOf)}</TableBody>;
  return MONTH_GROUPS.map((group) => {
    const members = placed.filter(({ state }) => monthGroupOf(state) === group);
    if (members.length === 0) return null;
    return (
      <TableBody key={group}>
        <Row className="grid-group">
          <th role="rowheader" scope="rowgroup" colSpan={width}>
            <span>{t(group)}</span>
          </th>
        </Row>
        {members.map(rowOf)}
      </TableBody>
    );
  });
}
