import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import { addDays, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';

/** Something about an outcome's employers that a reviewer has to look at (review section 1). */
export type EmployerFinding = {
  readonly code: 'RELATED_EMPLOYER' | 'EMPLOYED_BEFORE';
  readonly message: string;
};

/** Work that somebody had before, as far as it is known: by its place, and until which year. */
export type EarlierWork = { readonly place: string; readonly toYear: number | null };

type Known = {
  readonly providerOrgNo: string;
  readonly relatedOrgNos: readonly string[];
  readonly placedFrom: PlainDate;
  readonly earlierWork: readonly EarlierWork[];
};

/** A start so near the first day of the placement that the work was probably found without it, in days. */
const NEAR_DAYS = 7;

/**
 * What is known of an outcome's employers: the provider itself or a company related to it; an employer that the participant
 * has had before; work that began within seven days of the placement. What is not known is not said.
 */
export function employerFindings(
  { spells }: Pick<OutcomeContent, 'spells'>,
  { providerOrgNo, relatedOrgNos, placedFrom, earlierWork }: Known,
): readonly EmployerFinding[] {
  const findings: EmployerFinding[] = [];
  const seen = new Set<string>();
  for (const { employerOrgNo, employerName, from } of spells) {
    const key = `${employerOrgNo ?? ''} ${employerName}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (employerOrgNo !== null && [providerOrgNo, ...relatedOrgNos].includes(employerOrgNo)) {
      const whose =
        employerOrgNo === providerOrgNo ? 'leverantören själv' : 'ett företag närstående leverantören';
      findings.push({
        code: 'RELATED_EMPLOYER',
        message: `Arbetsgivaren ${employerName} (${formatOrgNo(employerOrgNo)}) är ${whose}.`,
      });
    }
    const before = earlierWork.find(
      ({ place, toYear }) => same(place, employerName) && (toYear === null || toYear <= yearOf(placedFrom)),
    );
    if (before !== undefined) {
      const until = before.toYear === null ? '' : `, till och med ${before.toYear}`;
      findings.push({
        code: 'EMPLOYED_BEFORE',
        message: `Deltagaren har arbetat hos ${employerName} förut, enligt sina erfarenheter${until}.`,
      });
    }
    if (from < addDays(placedFrom, NEAR_DAYS)) {
      findings.push({
        code: 'EMPLOYED_BEFORE',
        message: `Arbetet hos ${employerName} började ${formatDate(from)}, inom sju dagar från placeringens första dag ${formatDate(placedFrom)}.`,
      });
    }
  }
  return findings;
}

/** Whether two names are of the same employer: the words that say what kind of company it is do not count. */
function same(a: string, b: string): boolean {
  const [left, right] = [bare(a), bare(b)];
  return left !== '' && left === right;
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !['ab', 'aktiebolag', 'aktiebolaget', 'hb', 'kb', 'publ'].includes(word))
    .join(' ');
}
