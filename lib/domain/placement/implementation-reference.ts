/** Whether a text is a whole implementation reference: nine digits (service description section 7). It names one service period. */
export function isReference(text: string): boolean {
  return /^\d{9}$/.test(text);
}
