/**
 * A text as sixteen signs that are others when the text is another: two sums of 32 bits over its letters. Tells whether something
 * was changed, and is no protection against somebody who wants them to be the same.
 */
export function textPrint(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    first = Math.imul(first ^ letter, 2_654_435_761);
    second = Math.imul(second ^ letter, 1_597_334_677);
  }
  return [first ^ (second >>> 13), second ^ (first >>> 13)]
    .map((sum) => (sum >>> 0).toString(16).padStart(8, '0'))
    .join('');
}
