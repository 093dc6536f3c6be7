const SLASH = 0x2f;
const HASH = 0x23;
/** Names are at most 127 bytes; with every byte escaped, three times that. */
const LONGEST = 381;

/** Whether a byte ends a name: white space and delimiters. */
const ENDS = new Uint8Array(256);
for (const byte of Buffer.from('\0\t\n\f\r ()<>[]{}/%', 'latin1')) ENDS[byte] = 1;

/** Every name (`/Type`) that could be read anywhere in these bytes, without its slash, escapes (`#4a`) undone. */
export function* namesIn(bytes: Buffer): Generator<string> {
  for (let at = bytes.indexOf(SLASH); at !== -1; at = bytes.indexOf(SLASH, at + 1)) {
    let end = at + 1;
    let escaped = false;
    while (end < bytes.length && end - at <= LONGEST && ENDS[bytes[end] ?? 0] === 0) {
      escaped ||= bytes[end] === HASH;
      end += 1;
    }
    // A file of slashes alone costs no more than its length.
    if (end === at + 1) continue;
    const name = bytes.toString('latin1', at + 1, end);
    yield escaped
      ? name.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
          String.fromCodePoint(Number.parseInt(hex, 16)),
        )
      : name;
  }
}
