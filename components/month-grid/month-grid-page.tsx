import { useLocale, useTranslations } from 'next-intl';
import { PageBody } from '#components/frame/page-body.tsx';
import { languageOptions } from '#components/month-grid/choice-options.ts';
import { changedCells, rowsAsTyped } from '#components/month-grid/kept-attempt.ts';
import { KeptChanges } from '#components/month-grid/kept-changes.tsx';
import { MergePanel } from '#components/month-grid/merge-panel.tsx';
import { MonthBar } from '#components/month-grid/month-bar.tsx';
import { MonthGrid } from '#components/month-grid/month-grid.tsx';
import { MonthGridProvider } from '#components/month-grid/month-grid-provider.tsx';
import { filterFields, monthHref } from '#components/month-grid/month-href.ts';
import { MonthView } from '#components/month-grid/month-view.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { MonthGrid as Grid } from '#lib/domain/month-grid/month-grid.ts';
import { WHOLE_FIELDS } from '#lib/domain/month-grid/grid-field.ts';
import type { MonthGridInput } from '#lib/schemas/report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly grid: Grid;
  readonly filter: MonthGridInput;
  readonly may: { readonly attest: boolean; readonly seeMoney: boolean };
  /** Who types: what another person has typed in the same browser is not theirs to save. */
  readonly personId: string;
  readonly formKey: string;
  /** The form without JavaScript that could not be saved. */
  readonly attempt: KeptForm | null;
  /** How many rows were saved by the form without JavaScript; null where none was sent. */
  readonly saved: number | null;
};

/** The provider's month: how far it has come, and the grid in which it is filled in. */
export function MonthGridPage(props: Props) {
  const { grid, filter, may, personId, formKey, attempt, saved } = props;
  const t = useTranslations('month-grid.save');
  const locale = useLocale();
  const fields = [...grid.columns, ...WHOLE_FIELDS];
  const page = grid.page > 1 ? [['page', String(grid.page)] as const] : [];
  const plain = {
    idempotencyKey: formKey,
    back: monthHref(filter, { page: grid.page }),
    filters: new URLSearchParams(
      [...filterFields(filter), ...page].map(([name, value]) => [name, value]),
    ).toString(),
  };
  return (
    <MonthGridProvider
      grid={grid}
      typedAgain={attempt === null ? null : rowsAsTyped(grid.rows, attempt)}
      fields={fields}
      seesMoney={may.seeMoney}
      personId={personId}
      languages={languageOptions(locale)}
    >
      <PageBody>
        <ErrorSummary problems={attempt?.problem.errors ?? []} />
        {saved !== null && (
          <Notice tone="ok" className="mb-6">
            {t('savedRows', { count: saved })}
          </Notice>
        )}
        <MonthView grid={grid} filter={filter} seesMoney={may.seeMoney}>
          <KeptChanges cells={changedCells(grid.rows, attempt)} />
          <MergePanel />
          <MonthGrid
            key={grid.page}
            grid={grid}
            fields={fields}
            isGrouped={filter.order === 'state'}
            plain={plain}
          />
        </MonthView>
      </PageBody>
      <MonthBar grid={grid} filter={filter} may={may} />
    </MonthGridProvider>
  );
}
