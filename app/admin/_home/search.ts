/** What stands in the address of a page, as Next gives it. */
export type Search = Readonly<Record<string, string | string[] | undefined>>;
