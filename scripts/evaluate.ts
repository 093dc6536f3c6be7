import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { jsonArrayElements, NotJsonArrayError } from '#lib/shared/json-array.ts';

const BLOCK_CHARACTERS = 1 << 20;

/**
 * Reads a JSON array of `{ agreement, facts }` from standard input and writes the array of evaluations. The answers
 * are held back, encoded in blocks, until the whole input is known to be an array: the output is whole or nothing.
 */
async function run(): Promise<number> {
  const blocks: Buffer[] = [];
  let block = '[';
  try {
    let first = true;
    for await (const element of jsonArrayElements(process.stdin)) {
      block += first ? '\n' : ',\n';
      block += JSON.stringify(evaluateInput(element));
      first = false;
      if (block.length >= BLOCK_CHARACTERS) {
        blocks.push(Buffer.from(block));
        block = '';
      }
    }
  } catch (error) {
    if (!(error instanceof NotJsonArrayError)) throw error;
    process.stderr.write(`evaluate: standard input is not a JSON array (${error.message}).\n`);
    return 2;
  }
  blocks.push(Buffer.from(`${block}\n]\n`));
  for (const bytes of blocks) {
    if (!process.stdout.write(bytes)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

// A reader that has seen enough (`| head`) closes the pipe: nothing is left to do, and nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await run();
