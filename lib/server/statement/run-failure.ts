import { z } from 'zod';
import type { Breach } from '#lib/domain/statement/conservation.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Why a run stopped, as it is kept with the run: no names, only ids and figures. */
const failureSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('brokenSum'),
    providerId: z.string(),
    placementId: z.string(),
    key: z.string(),
    earnedOre: z.number(),
    postedOre: z.number(),
  }),
  z.object({
    code: z.literal('countedTwice'),
    providerId: z.string(),
    placementId: z.string(),
    key: z.string(),
  }),
  z.object({
    code: z.literal('invalidFacts'),
    providerId: z.string(),
    placementId: z.string(),
    faults: z.array(z.string()),
  }),
  z.object({
    code: z.literal('invalidAgreement'),
    agreementVersionId: z.string(),
    faults: z.array(z.string()),
  }),
  z.object({ code: z.literal('unexpected') }),
]);

export type RunFailure = z.infer<typeof failureSchema>;

/** Stops a run: thrown in a provider's transaction, so that nothing of that provider is stored. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  readonly failure: RunFailure;
  constructor(failure: RunFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

export function failureOfBreach(providerId: string, placementId: string, breach: Breach): RunFailure {
  const { kind, ...rest } = breach;
  return { ...rest, code: kind, providerId, placementId } as RunFailure;
}

export function faultCodes(problems: readonly FieldProblem[]): string[] {
  return problems.map(({ pointer, code }) => `${pointer} ${code}`);
}

export function parseFailure(text: string | null): RunFailure | null {
  return text === null ? null : failureSchema.parse(JSON.parse(text));
}
