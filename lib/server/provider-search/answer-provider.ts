import type { z } from 'zod';
import type { RatedContract } from '#lib/domain/provider-search/public-contract.ts';
import type { Rated } from '#lib/domain/rating/rating.ts';
import type { Described } from '#lib/schemas/api/operation.ts';
import type { publicProvider } from '#lib/schemas/api/provider.ts';

/** A contract as programs read it. */
export function answerProvider(contract: RatedContract): Described<z.input<typeof publicProvider>> {
  const { kaNumber, provider, area, from, to, languages, ownWords, offices, metres, rating } = contract;
  return {
    kaNumber,
    name: provider,
    deliveryArea: area,
    from,
    to,
    languages,
    ownWords,
    offices,
    metres,
    rating: rating.kind === 'none' ? null : figuresOf(rating),
    noRatingBecause: rating.kind === 'none' ? rating.because : null,
  };
}

function figuresOf(rated: Rated) {
  const { stars, betterThanTenths, low, high, participants, reached, preliminary } = rated;
  return { stars, betterThanTenths, low, high, participants, reached, preliminary };
}
