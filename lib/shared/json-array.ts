/** The text is not one JSON array. */
export class NotJsonArrayError extends Error {
  override readonly name = 'NotJsonArrayError';
}

/** An element is longer than is let through. */
export class JsonElementTooLongError extends Error {
  override readonly name = 'JsonElementTooLongError';
  /** Its place in the array, from 0. */
  readonly index: number;

  constructor(index: number) {
    super(`Element ${index} is too long`);
    this.index = index;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];
const WHITE_SPACE: readonly number[] = [0x20, 0x09, 0x0a, 0x0d];
const NOTHING = /^[ \t\n\r]*$/;

function textOf(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
  } catch {
    throw new NotJsonArrayError('The text is not UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotJsonArrayError('An element is not JSON');
  }
}

/**
 * The elements of a JSON array that arrives in pieces, one by one, so that only one is held at a time however long
 * the array is. Only strings, brackets and braces are followed here; each element is judged by `JSON.parse`.
 * Throws NotJsonArrayError as soon as the text cannot be an array, and JsonElementTooLongError for an element of more than
 * `longest` bytes; a byte-order mark before it is let through.
 */
export async function* jsonArrayElements(
  pieces: AsyncIterable<Uint8Array>,
  longest = Infinity,
): AsyncGenerator<unknown, void> {
  let index = 0;
  let heldBytes = 0;
  let begun = false;
  let ended = false;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let empty = true;
  let read = 0;
  let marks = 0;
  let held: Uint8Array[] = [];

  for await (const piece of pieces) {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      if (!begun || ended) {
        if (!begun && marks === read + at && byte === BYTE_ORDER_MARK[marks]) marks += 1;
        else if (marks % BYTE_ORDER_MARK.length !== 0) throw new NotJsonArrayError('The text is not UTF-8');
        else if (!begun && byte === OPEN_ARRAY) begun = true;
        else if (!WHITE_SPACE.includes(byte))
          throw new NotJsonArrayError('Something stands outside the array');
        from = at + 1;
        continue;
      }
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        continue;
      }
      if (byte === QUOTE) inString = true;
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth += 1;
      else if (depth > 0) {
        if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth -= 1;
      } else if (byte === COMMA || byte === CLOSE_ARRAY) {
        if (heldBytes + at - from > longest) throw new JsonElementTooLongError(index);
        const text = textOf([...held, piece.subarray(from, at)]);
        held = [];
        heldBytes = 0;
        index += 1;
        from = at + 1;
        ended = byte === CLOSE_ARRAY;
        // Nothing at all between the brackets is the empty array.
        if (!(ended && empty && NOTHING.test(text))) yield parse(text);
        empty = false;
      } else if (byte === CLOSE_OBJECT) {
        throw new NotJsonArrayError('A brace closes nothing');
      }
    }
    read += piece.length;
    if (begun && !ended && from < piece.length) {
      held.push(piece.subarray(from));
      heldBytes += piece.length - from;
      if (heldBytes > longest) throw new JsonElementTooLongError(index);
    }
  }
  if (!ended) throw new NotJsonArrayError('There is no array, or it does not end');
}
