import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import type { OutcomeContent, OutcomeSpell } from '#lib/domain/outcome/outcome.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** What a file that a provider hands in shows (service description section 5, outcome report and verification). */
export const FILE_KINDS = [
  'employmentCertificate',
  'paySlip',
  'admission',
  'registration',
  'otherEvidence',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Where evidence comes from: a file, the employer's own word, or the authority's income file. */
export const EVIDENCE_SOURCES = ['file', 'employer', 'income'] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** Every file is at most this large, and an outcome has at most so many that are not withdrawn. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
export const MOST_FILES = 10;

/** Whom a spell is with: by the number where there is one, else by the name. */
export type Employer = { readonly employerOrgNo: string | null; readonly employerName: string };

/** The same for every spell with one employer, however its name is typed where there is a number. */
export function employerKey({ employerOrgNo, employerName }: Employer): string {
  return employerOrgNo ?? `name:${employerName.trim().toLowerCase()}`;
}

/** Consecutive days, half-open. */
export type Days = { readonly from: PlainDate; readonly to: PlainDate };

/** What an employer was asked about, and when the answer came; only of evidence that is an answer. */
export type Answered = {
  readonly about: { readonly from: PlainDate; readonly to: PlainDate | null };
  /** Instant of the answer, ISO 8601 in UTC: of two answers the later one counts. */
  readonly at: string;
  /** Exclusive: of later days the employer has said nothing. */
  readonly knownUntil: PlainDate;
};

/** Evidence as far as days go. It belongs to an employer, not to a version: a corrected outcome keeps it. */
export type Piece = Employer & {
  /** Null: an answer that the person has not worked there. */
  readonly covers: Days | null;
  /** The extent that it shows, in per cent; null where it says nothing of it. */
  readonly extentPercent: number | null;
  readonly answered: Answered | null;
  /** It can speak against the claim, and does not cover anything: nobody has accepted it yet. */
  readonly doubtsOnly?: boolean;
};

/** The claim that evidence is held against. */
export type Claim = Pick<OutcomeContent, 'from' | 'spells'>;

/** The kinds of file that fit an outcome, the likeliest first. */
export function fileKindsFor(type: OutcomeType): readonly FileKind[] {
  switch (type) {
    case 'employment':
      return ['employmentCertificate', 'paySlip', 'otherEvidence'];
    case 'studies':
      return ['admission', 'registration', 'otherEvidence'];
    case 'ownBusiness':
      return ['registration', 'otherEvidence'];
  }
}

/** One of each employer of the claim, in the order of the spells, with the number of its first spell. */
export function employersOf(
  spells: readonly OutcomeSpell[],
): readonly (Employer & { readonly spell: number })[] {
  const found = new Map<string, Employer & { readonly spell: number }>();
  for (const [index, { employerOrgNo, employerName }] of spells.entries()) {
    const employer = { employerOrgNo, employerName, spell: index };
    if (!found.has(employerKey(employer))) found.set(employerKey(employer), employer);
  }
  return [...found.values()];
}
