import type { Breach } from '#lib/domain/statement/conservation.ts';

type AtPlacement = { readonly providerId: string; readonly placementId: string };

/** Why a run stopped, as it is kept with the run: no names, only ids, keys and öre. */
export type RunFailure =
  | (AtPlacement & {
      readonly code: 'brokenSum';
      readonly key: string;
      readonly earnedOre: number;
      readonly postedOre: number;
    })
  | (AtPlacement & { readonly code: 'countedTwice'; readonly key: string })
  | (AtPlacement & { readonly code: 'invalidFacts'; readonly faults: readonly string[] })
  | {
      readonly code: 'invalidAgreement';
      readonly agreementVersionId: string;
      readonly faults: readonly string[];
    }
  | { readonly code: 'unexpected' };

export function failureOfBreach(providerId: string, placementId: string, breach: Breach): RunFailure {
  const at = { providerId, placementId };
  if (breach.kind === 'countedTwice') return { code: 'countedTwice', ...at, key: breach.key };
  const { key, earnedOre, postedOre } = breach;
  return { code: 'brokenSum', ...at, key, earnedOre, postedOre };
}
