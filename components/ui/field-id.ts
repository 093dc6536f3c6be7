/**
 * The id of a field, the same whether it is told by its name in a form (`rows.3.minutes`, `rows[3][minutes]`) or by
 * the pointer of a problem (`/rows/3/minutes`), so that an error summary can lead to it.
 */
export function fieldId(nameOrPointer: string): string {
  const parts = nameOrPointer.split(/[./[\]]+/).filter((part) => part !== '');
  return ['field', ...parts].join('-');
}
