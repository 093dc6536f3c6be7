import { type ChangeEvent, memo, useLayoutEffect, useRef } from 'react';
import type { CellLook } from '#components/month-grid/cell-look.ts';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { Cell } from '#components/ui/table.tsx';

export type CellProps = {
  /** Of the field in the form. */
  readonly name: string;
  /** Row and column on the page, `3-4`: how the keyboard finds it. */
  readonly place: string;
  readonly value: string;
  readonly look: CellLook;
  /** Participant, activity and form: the heads say it to those who see them. */
  readonly label: string;
  /** What is wrong with it, or what the log says instead. */
  readonly note: string | undefined;
  /** Within the block that is selected. */
  readonly isCovered: boolean;
};

/** A cell to type in. */
export const GridCell = memo(function GridCell({
  name,
  place,
  value,
  look,
  label,
  note,
  isCovered,
}: CellProps) {
  const { onType } = useGridTools();
  const id = fieldId(name);
  const input = useRef<HTMLInputElement>(null);
  const typedHere = useRef(value);
  // A text that came by another way than typing here – a paste, undo, a colleague – is replaced by what is typed next.
  useLayoutEffect(() => {
    const { current: cell } = input;
    if (value !== typedHere.current && cell === document.activeElement) cell?.select();
    typedHere.current = value;
  }, [value]);
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    typedHere.current = event.currentTarget.value;
    onType(event);
  };
  return (
    <Cell className="cell-box" data-covered={isCovered || undefined}>
      <input
        ref={input}
        id={id}
        name={name}
        className="cell"
        data-cell={place}
        data-look={look}
        value={value}
        onChange={onChange}
        inputMode="numeric"
        autoComplete="off"
        maxLength={200}
        placeholder={look === 'off' ? '–' : undefined}
        aria-label={label}
        aria-invalid={look === 'stop' || undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      />
      {note !== undefined && (
        <span id={`${id}-note`} className="cell-note">
          {note}
        </span>
      )}
    </Cell>
  );
});
