import type { GridField } from '#lib/domain/month-grid/grid-field.ts';

/** Name of a row's own field in the form. */
export function rowFieldName(at: number, name: string): string {
  return `rows.${at}.${name}`;
}

/** Name of a cell in the form; the server reads rows by their place on the page. */
export function cellName(at: number, field: GridField): string {
  return rowFieldName(at, `typed.${field}`);
}
