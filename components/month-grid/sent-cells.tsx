import { useTranslations } from 'next-intl';
import { useGridTools, type GridPage } from '#components/month-grid/grid-tools.tsx';
import type { RowView } from '#components/month-grid/use-store.ts';
import { Cell } from '#components/ui/table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import { absenceReasonName, isAbsenceReason } from '#lib/domain/report/absence-reason.ts';

type Props = { readonly view: RowView; readonly fields: GridPage['fields'] };

/** A month that is sent is text: it is changed by a correction, not in the grid. */
export function SentCells({ view, fields }: Props) {
  const t = useTranslations('month-grid.cell');
  const locale = useStaffLocale();
  const { languages } = useGridTools();
  const wordsOf = (field: GridField): string => {
    const text = view.typed[field] ?? '';
    if (field === 'languageSupport')
      return languages.find(({ value }) => value === text)?.label ?? (text === '' ? t('noLanguage') : text);
    return isAbsenceReason(text) ? absenceReasonName(text, locale) : text;
  };
  return fields.map((field) => (
    <Cell key={field} numeric className="cell-box cell-sent">
      {wordsOf(field) || <span className="text-ink-3">–</span>}
    </Cell>
  ));
}
