'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { rowFieldName } from '#components/month-grid/cell-name.ts';
import { GridColumns, widthOf } from '#components/month-grid/grid-columns.tsx';
import { GridFoot } from '#components/month-grid/grid-foot.tsx';
import { GridLegend } from '#components/month-grid/grid-legend.tsx';
import { GRID_FORM_ID } from '#components/month-grid/save-words.tsx';
import { GridRows } from '#components/month-grid/grid-rows.tsx';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { useGridClipboard } from '#components/month-grid/use-grid-clipboard.ts';
import { useGridFocus } from '#components/month-grid/use-grid-focus.ts';
import { useGridKeys } from '#components/month-grid/use-grid-keys.ts';
import { useSay } from '#components/month-grid/use-say.ts';
import { useTypedBefore } from '#components/month-grid/use-typed-before.ts';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Table } from '#components/ui/table.tsx';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import type { GridRow as Row, MonthGrid as Grid } from '#lib/domain/month-grid/month-grid.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

// oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- a div that scrolls

type Props = {
  readonly grid: Pick<Grid, 'month' | 'rows' | 'columns'>;
  readonly fields: readonly GridField[];
  readonly isGrouped: boolean;
  /** Of the form without JavaScript. */
  readonly plain: { readonly idempotencyKey: string; readonly back: string; readonly filters: string };
};

const AFTER = 'after-grid';

/** The month as a table of fields: one form, in which keys and the clipboard do what they do in a spreadsheet. */
export function MonthGrid({ grid, fields, isGrouped, plain }: Props) {
  const t = useTranslations('month-grid');
  const tTable = useTranslations('reporting.table');
  const locale = useLocale();
  const tools = useGridTools();
  const root = useRef<HTMLDivElement>(null);
  useTypedBefore(root, tools);
  const focus = useGridFocus(root, tools);
  const say = useSay(tools);
  const { selection } = tools;
  // Another page has other cells.
  useEffect(() => () => selection.set(null), [selection]);
  const keys = useGridKeys(tools, focus, say);
  const clipboard = useGridClipboard(tools, focus, say);
  const caption = tTable('caption', { month: formatMonth(grid.month, locale) });
  return (
    <form
      id={GRID_FORM_ID}
      method="post"
      action={`/api/provider/months/${grid.month}/grid`}
      onSubmit={(event) => {
        if (tools.isPlain) return;
        event.preventDefault();
        void tools.store.flush();
      }}
    >
      <FormBasis formKey={plain.idempotencyKey} back={plain.back} />
      <input type="hidden" name="filters" value={plain.filters} />
      <a href={`#${AFTER}`} className="skip-grid">
        {t('skip')}
      </a>
      <div
        ref={root}
        className="month-grid wide-paper"
        role="region"
        aria-label={caption}
        tabIndex={0}
        {...keys}
        {...clipboard}
      >
        <Table caption={caption} captionHidden className="grid-tbl">
          <GridColumns columns={grid.columns} seesMoney={tools.seesMoney} />
          <GridRows
            rows={grid.rows}
            fields={fields}
            isGrouped={isGrouped}
            width={widthOf(fields.length, tools.seesMoney)}
          />
          <GridFoot columns={grid.columns} />
        </Table>
      </div>
      {grid.rows.map((row, at) => (
        <PlainFields key={row.row.placementId} row={row} at={at} />
      ))}
      <div id={AFTER} tabIndex={-1} className="mt-4">
        <GridLegend />
      </div>
    </form>
  );
}

/** What the form without JavaScript says of each row: which it is, and what was seen of it. */
function PlainFields({ row, at }: { readonly row: Row; readonly at: number }) {
  if (!row.isOpen) return null;
  return (
    <>
      <input type="hidden" name={rowFieldName(at, 'placementId')} value={row.row.placementId} />
      <input type="hidden" name={rowFieldName(at, 'version')} value={row.row.draftVersion} />
      <input type="hidden" name={rowFieldName(at, 'seen')} value={row.seen} />
    </>
  );
}
