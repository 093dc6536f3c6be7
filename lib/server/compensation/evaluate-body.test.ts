import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import examples from '#lib/domain/compensation/evaluate-examples.json' with { type: 'json' };
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { changed } from '#lib/domain/compensation/testing/changed.ts';
import { input, krom } from '#lib/domain/compensation/testing/given.ts';
import { randomInput, seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { EVALUATE_LIMITS } from '#lib/schemas/evaluate.ts';
import { evaluateBody } from '#lib/server/compensation/evaluate-body.ts';

type Limits = { readonly [Name in keyof typeof EVALUATE_LIMITS]: number };

/** The answer to a text, read again, or `code pointer` of its refusal. */
async function answerTo(body: string | Uint8Array, change: Partial<Limits> = {}): Promise<unknown> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const answer = await evaluateBody(bytes, { ...EVALUATE_LIMITS, ...change });
  return answer.ok
    ? JSON.parse(Buffer.concat(answer.value).toString())
    : `${answer.error.code} ${answer.error.pointer}`.trim();
}
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a list is answered element by element', () => {
  const inputs = examples.map((example) => example.input);

  test('by the same function as the command, wrong elements in their places', async () => {
    const list = [...inputs, { agreement: null }, 1, null, ...inputs];
    expect(await answerTo(JSON.stringify(list))).toEqual(
      list.map((element) => plain(evaluateInput(element))),
    );
  });

  test('an empty one by an empty one', async () => {
    expect(await answerTo(' [ ] ')).toEqual([]);
  });

  test('and a single object by a single answer', async () => {
    expect(await answerTo(`\u{FEFF} \n${JSON.stringify(inputs[0], null, 2)}`)).toEqual(
      plain(evaluateInput(inputs[0])),
    );
    expect(await answerTo('{}')).toEqual(plain(evaluateInput({})));
  });

  test('however much space stands before it', async () => {
    expect(await answerTo(`${' '.repeat(300)}[1]`)).toEqual([plain(evaluateInput(1))]);
  });
});

describe('what is neither is refused as a whole', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'notJson'],
    ['no JSON', 'hello', 'notJson'],
    ['a list that does not end', '[{}', 'notJson'],
    ['a list with a rest', '[] x', 'notJson'],
    ['an object that does not end', '{"agreement":', 'notJson'],
    ['no UTF-8', new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d]), 'notJson'],
    ['half a byte-order mark', new Uint8Array([0xef, 0xbb, 0x5b, 0x5d]), 'notJson'],
    ['a text', '"[]"', 'notList'],
    ['a number', '1', 'notList'],
    ['null', 'null', 'notList'],
  ])('%s', async (_name, body, refusal) => {
    expect(await answerTo(body)).toBe(refusal);
  });
});

describe('a call has limits', () => {
  const three = '[1,2,3]';

  test('to the number of elements', async () => {
    expect(await answerTo(three, { elements: 3 })).toHaveLength(3);
    expect(await answerTo(three, { elements: 2 })).toBe('tooManyElements /2');
  });

  test('to the length of all, and of each', async () => {
    expect(await answerTo(three, { bodyBytes: 7 })).toHaveLength(3);
    expect(await answerTo(three, { bodyBytes: 6 })).toBe('bodyTooLarge');
    expect(await answerTo('[1, 2345 ,3]', { elementBytes: 6 })).toHaveLength(3);
    expect(await answerTo('[1, 2345 ,3]', { elementBytes: 5 })).toBe('elementTooLarge /1');
    expect(await answerTo('{"a":1}', { elementBytes: 6 })).toBe('elementTooLarge');
  });

  test('to the length of the answer, and to the work', async () => {
    const long = JSON.stringify([input({ asOf: '2199-12-31' }), ...Array.from({ length: 900 }, () => 0)]);
    expect(await answerTo(long, { answerBytes: 65_536 })).toMatch(/^answerTooLarge \/\d+$/);
    expect(await answerTo(long, { workMilliseconds: 0 })).toBe('tooMuchWork /0');
  });

  test('ends when nobody waits for it', async () => {
    const gone = new AbortController();
    gone.abort();
    const answer = await evaluateBody(Buffer.from(three), EVALUATE_LIMITS, gone.signal);
    expect(answer.ok).toBe(false);
  });
});

test('others run while a long list is calculated', async () => {
  // Three hundred years of months in each: some milliseconds of work apiece.
  const century = input(
    { placement: { periods: [{ number: 1, from: '1900-01-01', to: '2199-12-31' }] }, asOf: '2199-12-31' },
    krom({
      basePay: { rates: [{ from: '1900-01-01', orePerDay: { A: 1, B: 1, C: 1 } }] },
      resultPay: { rates: [{ from: '1900-01-01', ore: { A: 1, B: 1, C: 1 } }] },
    }),
  );
  let turns = 0;
  const others = setInterval(() => (turns += 1), 1);
  const list = JSON.stringify(Array.from({ length: 40 }, () => century));
  expect(await answerTo(list, { workMilliseconds: 60_000 })).toHaveLength(40);
  clearInterval(others);
  expect(turns).toBeGreaterThan(1);
});

describe('whatever is sent', () => {
  /** Where something can be put into the input: every member and every element. */
  function pointersInto(value: unknown, at = ''): string[] {
    if (typeof value !== 'object' || value === null) return [at];
    const named = Object.entries(value).filter(([key]) => !key.includes('/'));
    return [at, ...named.flatMap(([key, part]) => pointersInto(part, `${at}/${key}`))];
  }
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      -0,
      2 ** 53,
      1e308,
      -1,
      0.5,
      '2021-02-30',
      '2199-12-31',
      '2021-03',
      'A',
      '__proto__',
      [[]],
      [{}],
    ),
    fc.maxSafeInteger(),
  );
  const mutated = fc
    .record({
      seed: fc.nat(),
      changes: fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 4 }),
    })
    .map(({ seed, changes }) =>
      changes.reduce<unknown>(
        (value, [where, to]) => {
          const pointers = pointersInto(value).slice(1);
          const pointer = pointers[where % pointers.length];
          return pointer === undefined ? value : changed(value, pointer, to);
        },
        plain(randomInput(seeded(seed))),
      ),
    );

  function isAnswer(answer: unknown): boolean {
    if (typeof answer !== 'object' || answer === null) return false;
    if (!('error' in answer)) return Object.keys(answer).join() === 'lines,pending,notPayable,deltas,totals';
    const { code, errors } = answer.error as { code: unknown; errors: readonly Record<string, unknown>[] };
    const told = errors.every(
      ({ pointer, code: rule, message }) =>
        typeof pointer === 'string' && typeof rule === 'string' && typeof message === 'string',
    );
    return code === 'invalidInput' && errors.length > 0 && told;
  }

  test('JSON of any shape is answered in its place: evaluated, or its faults named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 3, arbitrary: mutated }, anything), { maxLength: 6 }),
        async (list) => {
          const answers = await answerTo(JSON.stringify(list));
          expect(answers).toEqual(
            (plain(list) as readonly unknown[]).map((element) => plain(evaluateInput(element))),
          );
          expect((answers as readonly unknown[]).every((answer) => isAnswer(answer))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('bytes of any kind are answered or refused', async () => {
    const spoilt = fc
      .tuple(fc.nat(), fc.uint8Array({ maxLength: 3 }), fc.nat({ max: 400 }))
      .map(([seed, bytes, at]) => {
        const body = Buffer.from(JSON.stringify([randomInput(seeded(seed))]));
        body.set(bytes, Math.min(at, body.length - bytes.length));
        return body;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt, fc.uint8Array({ maxLength: 40 })), async (body) => {
        const answer = await evaluateBody(body);
        expect(answer.ok || ['notJson', 'notList'].includes(answer.error.code)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
