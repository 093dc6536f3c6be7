import { parseArgs } from 'node:util';
import { trueInputs } from '#bench/lib/true-inputs.ts';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { randomInput, seeded } from '#lib/domain/compensation/testing/random-input.ts';

/**
 * Evaluations in a second of one process, checking of the input included: placements as the service has them, under both
 * example agreements with two rows of prices and all holidays, a third with an outcome; and beside them such as meet at
 * the edges of the rules, each under an agreement of its own. Made from the seed beforehand. `--quick` measures for one
 * second in place of five.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);

const INPUTS = 2000;
const edges = Array.from({ length: INPUTS }, (_, index) => randomInput(seeded(seed + index)));
const placements = trueInputs(seeded(seed), INPUTS);
console.log(`evaluate: ${INPUTS} placements, seed ${seed}`);

/** Evaluations in a second, of all inputs again and again for so long. Each has to be answered with an evaluation. */
function measure(inputs: readonly unknown[], milliseconds: number): number {
  const start = performance.now();
  let evaluations = 0;
  let invalid = 0;
  while (performance.now() - start < milliseconds) {
    for (const input of inputs) if ('error' in evaluateInput(input)) invalid += 1;
    evaluations += inputs.length;
  }
  if (invalid > 0) throw new Error(`${invalid} evaluations answered that the input was wrong`);
  return Math.round((evaluations * 1000) / (performance.now() - start));
}

for (const inputs of [placements, edges]) measure(inputs, 500); // warm up
const milliseconds = values.quick ? 1000 : 5000;
const edgesPerSecond = measure(edges, milliseconds);
const perSecond = measure(placements, milliseconds);
console.log(JSON.stringify({ name: 'evaluate', perSecond, edgesPerSecond, seed }));
