import { parseArgs } from 'node:util';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { randomInput, seeded } from '#lib/domain/compensation/testing/random-input.ts';

/**
 * Evaluations in a second of one process, checking of the input included: varied placements, most with an outcome,
 * made from the seed beforehand. `--quick` measures for one second in place of five.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);

const INPUTS = 2000;
const inputs = Array.from({ length: INPUTS }, (_, index) => randomInput(seeded(seed + index)));
console.log(`evaluate: ${INPUTS} placements, seed ${seed}`);

/** Evaluates all inputs again and again for so long; the number of evaluations and the milliseconds they took. */
function measure(milliseconds: number): {
  readonly evaluations: number;
  readonly took: number;
  readonly invalid: number;
} {
  const start = performance.now();
  let evaluations = 0;
  let invalid = 0;
  while (performance.now() - start < milliseconds) {
    for (const input of inputs) if ('error' in evaluateInput(input)) invalid += 1;
    evaluations += inputs.length;
  }
  return { evaluations, took: performance.now() - start, invalid };
}

measure(500); // warm up
const { evaluations, took, invalid } = measure(values.quick ? 1000 : 5000);
if (invalid > 0) throw new Error(`${invalid} evaluations answered that the input was wrong`);
const perSecond = Math.round((evaluations * 1000) / took);
console.log(JSON.stringify({ name: 'evaluate', perSecond, seed }));
