import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import type { OutcomeFinding } from '#lib/domain/outcome/outcome-finding.ts';
import { addDays, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';

/** Work that somebody had before, as far as it is known: by its place, and until which year. */
export type EarlierWork = { readonly place: string; readonly toYear: number | null };

/** A company that is related to a provider, half-open; without `to` it still is. */
export type RelatedCompany = {
  readonly orgNo: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** What an outcome's employers are held against. */
export type KnownEmployers = {
  readonly providerOrgNo: string;
  readonly related: readonly RelatedCompany[];
  readonly placedFrom: PlainDate;
  readonly earlierWork: readonly EarlierWork[];
};

type Spell = OutcomeContent['spells'][number];

/** A start so near the first day of the placement that the work was probably found without it, in days. */
const NEAR_DAYS = 7;

/**
 * What the checks find in an outcome's employers (review section 1), at most once each: the provider itself or a company that was related to it
 * while the work lasted; an employer that the participant has had before; work that began within seven days of the placement. A school is
 * nobody's employer. What is not known is not said.
 */
export function employerFindings(
  { type, spells }: Pick<OutcomeContent, 'type' | 'spells'>,
  known: KnownEmployers,
): readonly OutcomeFinding[] {
  const employers = firstOfEach(spells);
  const related = employers.flatMap(({ employerName: name, employerOrgNo: orgNo }) => {
    if (orgNo === null) return [];
    if (orgNo === known.providerOrgNo) return [{ name, orgNo, own: true }];
    const lasted = spells.filter((spell) => spell.employerOrgNo === orgNo);
    return lasted.some((spell) => isRelated(spell, known.related)) ? [{ name, orgNo, own: false }] : [];
  });
  const { placedFrom, earlierWork } = known;
  const had = namesOf(type === 'studies' ? [] : spells).flatMap((name) => {
    const before = earlierWork.find(
      ({ place, toYear }) => isSame(place, name) && (toYear === null || toYear <= yearOf(placedFrom)),
    );
    return before === undefined ? [] : [{ name, toYear: before.toYear }];
  });
  const near = (type === 'studies' ? [] : employers)
    .filter(({ from }) => from < addDays(placedFrom, NEAR_DAYS))
    .map(({ employerName: name, from }) => ({ name, from }));
  const findings: OutcomeFinding[] = [];
  if (related.length > 0)
    findings.push({ code: 'RELATED_EMPLOYER', severity: 'hold', facts: { employers: related } });
  if (had.length + near.length > 0)
    findings.push({ code: 'EMPLOYED_BEFORE', severity: 'hold', facts: { placedFrom, had, near } });
  return findings;
}

/** Every name that an employer goes by, once each, as it was first written. */
function namesOf(spells: readonly Spell[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { employerName } of spells) {
    if (!names.has(bare(employerName))) names.set(bare(employerName), employerName);
  }
  return [...names.values()];
}

/** The first spell with each employer. */
function firstOfEach(spells: readonly Spell[]): readonly Spell[] {
  const first = new Map<string, Spell>();
  for (const spell of spells.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))) {
    const key = spell.employerOrgNo ?? bare(spell.employerName);
    if (!first.has(key)) first.set(key, spell);
  }
  return [...first.values()];
}

function isRelated({ employerOrgNo, from, to }: Spell, related: readonly RelatedCompany[]): boolean {
  return related.some(
    (company) =>
      company.orgNo === employerOrgNo &&
      (to === null || company.from < to) &&
      (company.to === null || from < company.to),
  );
}

/** Whether two names are of the same employer: the words that say what kind of company it is do not count. */
function isSame(a: string, b: string): boolean {
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
