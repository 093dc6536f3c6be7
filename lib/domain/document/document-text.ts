/** A text that somebody has written in a document: its place, and words for where that is. */
export type DocumentText = { readonly place: string; readonly where: string; readonly text: string };

/** A text that stands nearly word for word in documents about others at the provider: how many, never whose. */
export type Copy = { readonly place: string; readonly documents: number };
