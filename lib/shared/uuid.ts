const SHAPE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the text can be an id: an address may hold anything, and the database answers what is none with an error. */
export function isUuid(text: string): boolean {
  return SHAPE.test(text);
}
