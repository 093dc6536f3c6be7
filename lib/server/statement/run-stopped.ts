import { z } from 'zod';
import type { RunFailure } from '#lib/domain/statement/run-failure.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Stops a run: thrown in a provider's transaction, so that nothing of that provider is stored. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  readonly failure: RunFailure;
  constructor(failure: RunFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Faults without the values that were wrong. */
export function faultCodes(problems: readonly FieldProblem[]): string[] {
  return problems.map(({ pointer, code }) => `${pointer} ${code}`);
}

const at = { providerId: z.string(), placementId: z.string() };
const stored: z.ZodType<RunFailure> = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('brokenSum'),
    ...at,
    key: z.string(),
    earnedOre: z.number(),
    postedOre: z.number(),
  }),
  z.object({ code: z.literal('countedTwice'), ...at, key: z.string() }),
  z.object({ code: z.literal('invalidFacts'), ...at, faults: z.array(z.string()) }),
  z.object({
    code: z.literal('invalidAgreement'),
    agreementVersionId: z.string(),
    faults: z.array(z.string()),
  }),
  z.object({ code: z.literal('unexpected') }),
]);

/** The reason as it is kept with the run; null while nothing has stopped it. */
export function parseFailure(text: string | null): RunFailure | null {
  return text === null ? null : stored.parse(JSON.parse(text));
}
