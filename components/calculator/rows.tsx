import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RowList } from '#components/calculator/row-list.tsx';
import { type CalculatorState, type ListName, mostRows } from '#lib/domain/calculator/calculator-state.ts';

/** How many empty rows are made beside those that are filled in, and how many of them are shown when one asked for more. */
const SPARE_ROWS = 6;
const ASKED_ROWS = 2;

type RowOf<Name extends ListName> = CalculatorState[Name][number];

interface RowsProps<Name extends ListName> {
  list: Name;
  state: CalculatorState;
  /** The list that somebody is adding to. */
  editing: ListName | null;
  least: number;
  children: (prefix: string, row: Partial<RowOf<Name>>, index: number) => ReactNode;
}

/** The rows of a list as they were filled in, and empty ones after them. */
export function Rows<Name extends ListName>({ list, state, editing, least, children }: RowsProps<Name>) {
  const t = useTranslations('calculator.form');
  const name: ListName = list;
  const filled: readonly Partial<RowOf<Name>>[] = state[list];
  const most = mostRows(list);
  const shown = Math.min(most, Math.max(least, filled.length + (editing === list ? ASKED_ROWS : 0)));
  const rows = Array.from({ length: Math.min(most, shown + SPARE_ROWS) }, (_, index) => ({
    label: t(`row.${name}`, { number: index + 1 }),
    fields: children(`${list}.${index}.`, filled[index] ?? {}, index),
  }));
  return (
    <RowList list={list} rows={rows} shown={shown} addWords={t(`add.${name}`)} removeWords={t('remove')} />
  );
}
