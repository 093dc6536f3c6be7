import { setImmediate as letOthersRun } from 'node:timers/promises';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { EVALUATE_LIMITS } from '#lib/schemas/evaluate.ts';
import type { EvaluateRefusal } from '#lib/server/compensation/evaluate-problems.ts';
import { jsonArrayElements, JsonElementTooLongError, NotJsonArrayError } from '#lib/shared/json-array.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Why there is no answer, and at which place in the body. */
export type Refused = { readonly code: EvaluateRefusal; readonly pointer: string };
type Limits = { readonly [Name in keyof typeof EVALUATE_LIMITS]: number };

const PIECE_BYTES = 65_536;
/** Nobody waits longer than this for the calculation to let go, but for one element's own time. */
const BREATH_MILLISECONDS = 10;
const BLOCK_CHARACTERS = 65_536;
const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];
const WHITE_SPACE: readonly number[] = [0x20, 0x09, 0x0a, 0x0d];

async function* piecesOf(body: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < body.length; at += PIECE_BYTES)
    yield await Promise.resolve(body.subarray(at, at + PIECE_BYTES));
}

/** The time that the work itself takes; others run between its stretches. */
class Worktime {
  readonly #most: number;
  #spent = 0;
  #since = performance.now();

  constructor(most: number) {
    this.#most = most;
  }

  /** Lets others run where it is time to; false where the time is used up. */
  async goesOn(): Promise<boolean> {
    const stretch = performance.now() - this.#since;
    if (this.#spent + stretch > this.#most) return false;
    if (stretch < BREATH_MILLISECONDS) return true;
    this.#spent += stretch;
    await letOthersRun();
    this.#since = performance.now();
    return true;
  }
}

/** The first sign after a byte-order mark and white space. */
function first(body: Uint8Array): string {
  let at = BYTE_ORDER_MARK.every((byte, index) => body[index] === byte) ? BYTE_ORDER_MARK.length : 0;
  while (WHITE_SPACE.includes(body[at] ?? 0)) at += 1;
  return String.fromCodePoint(body[at] ?? 0);
}

function parse(body: Uint8Array): Result<unknown, Refused> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch {
    return err({ code: 'notJson', pointer: '' });
  }
}

/** One object, answered with one answer. */
function evaluateOne(body: Uint8Array, limits: Limits): Result<readonly Buffer[], Refused> {
  if (body.length > limits.elementBytes) return err({ code: 'elementTooLarge', pointer: '' });
  const value = parse(body);
  return value.ok ? ok([Buffer.from(JSON.stringify(evaluateInput(value.value)))]) : value;
}

async function evaluateList(
  body: Uint8Array,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<Result<readonly Buffer[], Refused>> {
  const worktime = new Worktime(limits.workMilliseconds);
  const blocks: Buffer[] = [];
  let block = '[';
  let bytes = 0;
  let index = 0;
  for await (const element of jsonArrayElements(piecesOf(body), limits.elementBytes)) {
    const pointer = `/${index}`;
    if (index >= limits.elements) return err({ code: 'tooManyElements', pointer });
    block += `${index === 0 ? '' : ','}${JSON.stringify(evaluateInput(element))}`;
    if (block.length >= BLOCK_CHARACTERS) {
      blocks.push(Buffer.from(block));
      bytes += blocks.at(-1)?.length ?? 0;
      block = '';
      if (bytes > limits.answerBytes) return err({ code: 'answerTooLarge', pointer });
    }
    // Nobody waits for the answer any more, or it has taken long enough.
    const goesOn = await worktime.goesOn();
    if (!goesOn || signal?.aborted === true) return err({ code: 'tooMuchWork', pointer });
    index += 1;
  }
  return ok([...blocks, Buffer.from(`${block}]`)]);
}

/**
 * The answer to a body of unknown shape, as JSON text in blocks: the evaluation of each element of a list in its place (or what
 * is wrong with it), or of a single object. Whole or not at all. Lets others run again and again.
 */
export async function evaluateBody(
  body: Uint8Array,
  limits: Limits = EVALUATE_LIMITS,
  signal?: AbortSignal,
): Promise<Result<readonly Buffer[], Refused>> {
  if (body.length > limits.bodyBytes) return err({ code: 'bodyTooLarge', pointer: '' });
  try {
    switch (first(body)) {
      case '[':
        return await evaluateList(body, limits, signal);
      case '{':
        return evaluateOne(body, limits);
      default: {
        const value = parse(body);
        return value.ok ? err({ code: 'notList', pointer: '' }) : value;
      }
    }
  } catch (error) {
    if (error instanceof NotJsonArrayError) return err({ code: 'notJson', pointer: '' });
    if (error instanceof JsonElementTooLongError)
      return err({ code: 'elementTooLarge', pointer: `/${error.index}` });
    throw error;
  }
}
