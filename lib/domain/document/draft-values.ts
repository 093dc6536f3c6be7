/** Fields of a form as a tree (`days → 0 → date`) or with their paths as names. */
export type FieldTree = { readonly [name: string]: unknown };

/** The fields by their paths (`days.0.date`); what is neither text nor a tree of texts is left out. */
export function flattenFields(tree: FieldTree, before = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]): (readonly [string, string])[] => {
      if (typeof value === 'string') return [[`${before}${name}`, value]];
      return typeof value === 'object' && value !== null
        ? Object.entries(flattenFields({ ...value }, `${before}${name}.`))
        : [];
    }),
  );
}
