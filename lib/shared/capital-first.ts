/** A text as it stands at the head of a sentence. */
export function capitalFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
