import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { CellProps } from '#components/month-grid/grid-cell.tsx';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import type { Option } from '#components/ui/inputs.tsx';
import { Cell } from '#components/ui/table.tsx';

type Props = CellProps & {
  readonly options: readonly Option[];
  /** What stands there before anything is chosen. */
  readonly empty: string;
};

/** A cell to choose in. What was pasted there and is none of the choices stands there still, as it was. */
export const ChoiceCell = memo(function ChoiceCell(props: Props) {
  const { name, place, value, look, label, note, isCovered, options, empty } = props;
  const t = useTranslations('month-grid.cell');
  const { onType } = useGridTools();
  const id = fieldId(name);
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <Cell className="cell-box" data-covered={isCovered || undefined}>
      <select
        id={id}
        name={name}
        className="cell"
        data-cell={place}
        data-look={look}
        value={value}
        onChange={onType}
        aria-label={label}
        aria-invalid={look === 'stop' || undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      >
        <option value="">{empty}</option>
        {!isKnown && <option value={value}>{t('unknown', { value })}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {note !== undefined && (
        <span id={`${id}-note`} className="cell-note">
          {note}
        </span>
      )}
    </Cell>
  );
});
