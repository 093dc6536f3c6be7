'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';

export interface RowListProps {
  /** The list's name: of its buttons, and where the page leads to after one. */
  list: string;
  /** Made by the server, filled in ones first; the rest are there to be shown. */
  rows: readonly { label: string; fields: ReactNode }[];
  shown: number;
  addWords: string;
  removeWords: string;
}

/**
 * Rows of a form that can be more or fewer. The buttons send the form, which comes back with another number of rows; where
 * scripts run, rows come and go without that.
 */
export function RowList({ list, rows, shown, addWords, removeWords }: RowListProps) {
  const [visible, setVisible] = useState(() => rows.map((_row, index) => index).slice(0, shown));
  const [next, setNext] = useState(shown);
  const [focus, setFocus] = useState<number | 'add' | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (focus === null) return;
    const target = focus === 'add' ? 'button[name=add]' : `[data-row="${focus}"] :is(input, select)`;
    box.current?.querySelector<HTMLElement>(target)?.focus();
  }, [focus]);

  function add(event: MouseEvent): void {
    // None is left to show: the server makes more.
    if (next >= rows.length) return;
    event.preventDefault();
    setVisible([...visible, next]);
    setNext(next + 1);
    setFocus(next);
  }

  function remove(event: MouseEvent, row: number): void {
    event.preventDefault();
    setVisible(visible.filter((one) => one !== row));
    setFocus('add');
  }

  return (
    <div id={list} ref={box} className="grid gap-4">
      {visible.map((index) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <fieldset
              key={index}
              data-row={index}
              className="flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-line pb-4"
            >
              <legend className="sr-only">{row.label}</legend>
              {row.fields}
              <Button
                look="quiet"
                name="remove"
                value={`${list}.${index}`}
                aria-label={`${removeWords}: ${row.label}`}
                onClick={(event) => remove(event, index)}
              >
                {removeWords}
              </Button>
            </fieldset>
          )
        );
      })}
      <div>
        <Button look="plain" name="add" value={list} onClick={add}>
          {addWords}
        </Button>
      </div>
    </div>
  );
}
