/** The query of an address, as a page gets it. */
export type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;
