import type { FieldProblem } from '#lib/shared/problem.ts';

/** Why somebody at a provider needs to see an identity number (trust model section 3); it is logged with who looked. */
export const IDENTITY_REASONS = ['authority', 'employer', 'identityCheck', 'other'] as const;
export type IdentityReason = (typeof IDENTITY_REASONS)[number];

/** Longest own words of a reason, in characters. */
export const LONGEST_IDENTITY_NOTE = 200;

/** What is missing in a reason: `other` needs own words. Empty where nothing is. */
export function reasonProblems(reason: IdentityReason, why: string): readonly FieldProblem[] {
  if (reason !== 'other' || why.trim().length > 0) return [];
  return [
    {
      pointer: '/why',
      code: 'noteMissing',
      message: 'Skriv vad numret behövs till.',
      fix: 'Det sparas i loggen, och deltagaren kan läsa det.',
    },
  ];
}
