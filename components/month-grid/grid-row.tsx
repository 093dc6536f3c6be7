import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ChoiceCell } from '#components/month-grid/choice-cell.tsx';
import { cellLook, hasLog } from '#components/month-grid/cell-look.ts';
import { cellName } from '#components/month-grid/cell-name.ts';
import { GridCell } from '#components/month-grid/grid-cell.tsx';
import { widthOf } from '#components/month-grid/grid-columns.tsx';
import { type GridPage, useGridTools } from '#components/month-grid/grid-tools.tsx';
import { RowDetail } from '#components/month-grid/row-detail.tsx';
import { OnSiteCell, PayCell, SupportCell } from '#components/month-grid/row-facts.tsx';
import { GridRowHead } from '#components/month-grid/row-head.tsx';
import { GridRowState } from '#components/month-grid/grid-row-state.tsx';
import { SentCells } from '#components/month-grid/sent-cells.tsx';
import { useHeld } from '#components/month-grid/use-held.ts';
import { useRuns } from '#components/month-grid/use-runs.ts';
import { type RowView, useRow } from '#components/month-grid/use-store.ts';
import { Cell, Row } from '#components/ui/table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { coveredColumns, isCovered } from '#lib/client/month-grid/selection.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { fieldName } from '#lib/domain/month-grid/field-name.ts';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';

type Props = {
  readonly placementId: string;
  /** Its place on the page, from 0. */
  readonly at: number;
  readonly fields: GridPage['fields'];
};

/** One participant's month. It renders again when something in it changes, and for nothing else. */
export const GridRow = memo(function GridRow({ placementId, at, fields }: Props) {
  const view = useRow(placementId);
  const { open, seesMoney } = useGridTools();
  const runs = useRuns();
  const isAsked = useHeld(open, (rows) => rows.has(placementId));
  // What the server does not take cannot be passed over.
  const isOpen = runs && (isAsked || view.refused.length > 0 || view.notAdded.length > 0);
  const { row, live } = view;
  const detailId = `row-${placementId}`;
  return (
    <>
      <Row open={isOpen} data-state={live.state}>
        <GridRowHead row={row.row} isOpen={isOpen} detailId={detailId} />
        {row.isOpen ? (
          <Cells view={view} at={at} fields={fields} />
        ) : (
          <SentCells view={view} fields={fields} />
        )}
        <SupportCell minutes={live.minutes.support} least={row.row.leastSupport} />
        <OnSiteCell permille={live.onSitePermille} />
        <GridRowState view={view} />
        {seesMoney && <PayCell amount={row.row.possibleOre} payDay={row.payDay} />}
      </Row>
      {isOpen && (
        <Row id={detailId} className="grid-detail" data-state={live.state}>
          <Cell colSpan={widthOf(fields.length, seesMoney)}>
            <RowDetail view={view} />
          </Cell>
        </Row>
      )}
    </>
  );
});

type CellsProps = { readonly view: RowView; readonly at: number; readonly fields: GridPage['fields'] };

function Cells({ view, at, fields }: CellsProps) {
  const t = useTranslations('month-grid.cell');
  const locale = useStaffLocale();
  const { selection, languages } = useGridTools();
  const covered = useHeld(selection, (now) => coveredColumns(now, at));
  const { row, typed, live } = view;
  const looked = { typed, log: row.log, planned: row.facts.plannedActivities, live };
  const noteOf = useNotes(view);
  return fields.map((field, column) => {
    const look = cellLook(field, looked);
    const cell = {
      name: cellName(at, field),
      place: `${at}-${column}`,
      value: typed[field] ?? '',
      look,
      label: t('label', { name: row.row.participantName, column: fieldName(field, locale) }),
      note: noteOf(field, look),
      isCovered: isCovered(covered, column),
    };
    switch (field) {
      case 'languageSupport':
        return <ChoiceCell key={field} {...cell} options={languages} empty={t('noLanguage')} />;
      case 'noActivityReason':
        return <ChoiceCell key={field} {...cell} options={REASONS[locale]} empty={t('tookPart')} />;
      default:
        return <GridCell key={field} {...cell} />;
    }
  });
}

const reasonsIn = (locale: 'sv' | 'en') =>
  ABSENCE_REASONS.map((value) => ({ value, label: absenceReasonName(value, locale) }));
const REASONS = { sv: reasonsIn('sv'), en: reasonsIn('en') };

/** What is to be said of a cell: why it cannot be read, that it is not planned, or what the log says instead. */
function useNotes({ row, live }: RowView) {
  const t = useTranslations('month-grid.cell');
  return (field: GridField, look: ReturnType<typeof cellLook>): string | undefined => {
    const problems = live.problems[field];
    if (problems !== undefined)
      return problems.map(({ message, fix }) => `${message} ${fix ?? ''}`).join(' ');
    if (look === 'stop') return t('notPlanned');
    if (look !== 'changed' || !hasLog(row.log)) return undefined;
    const log = row.log[field];
    return log === undefined ? t('logEmpty') : t('logSays', { log });
  };
}
