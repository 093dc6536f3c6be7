import { isOrganisationNumber } from '#lib/domain/placement/identity-number.ts';
import { orgNoDigits } from '#lib/domain/text/read-typed.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** A company that is related to a provider (review section 1, RELATED_EMPLOYER), half-open; without `to` it still is. */
export type ShownRelatedCompany = {
  readonly id: string;
  readonly orgNo: string;
  readonly name: string;
  /** Where it is known from. */
  readonly source: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

export type TypedRelatedCompany = Readonly<Record<'orgNo' | 'companyName' | 'source' | 'from', string>>;
export type NewRelatedCompany = Pick<ShownRelatedCompany, 'orgNo' | 'name' | 'source' | 'from'>;

/** The company that was typed, or everything that is wrong with it. It is related since `today` at the latest, and is not the provider. */
export function readRelatedCompany(
  typed: TypedRelatedCompany,
  providerOrgNo: string,
  today: PlainDate,
): Result<NewRelatedCompany, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const tell = (pointer: string, code: string, message: string): number =>
    problems.push({ pointer, code, message });
  const orgNo = orgNoDigits(typed.orgNo);
  if (!isOrganisationNumber(orgNo))
    tell(
      '/orgNo',
      'orgNoInvalid',
      'Organisationsnumret stämmer inte. Det har tio siffror, och den sista kontrollerar de andra.',
    );
  else if (orgNo === providerOrgNo) tell('/orgNo', 'ownOrgNo', 'Det här är leverantörens eget nummer.');
  const name = typed.companyName.trim();
  if (name === '') tell('/companyName', 'nameMissing', 'Skriv företagets namn.');
  const source = typed.source.trim();
  if (source === '')
    tell('/source', 'sourceMissing', 'Skriv var uppgiften kommer ifrån, till exempel vilken årsredovisning.');
  const from = parsePlainDate(typed.from);
  if (from === null) tell('/from', 'dateInvalid', 'Ange ett datum, till exempel 2026-03-01.');
  else if (from > today) tell('/from', 'fromAhead', 'Dagen har inte varit än.');
  return problems.length > 0 || from === null ? err(problems) : ok({ orgNo, name, source, from });
}

/** The first day on which it is no longer related; after its first day, and not ahead of `today`. */
export function endRelatedCompany(
  company: Pick<ShownRelatedCompany, 'from' | 'to'>,
  typed: string,
  today: PlainDate,
): Result<PlainDate, Problem> {
  if (company.to !== null)
    return err(
      conflict([], {
        code: 'alreadyEnded',
        title: { sv: 'Företaget är redan avslutat.', en: 'The company has been ended already.' },
      }),
    );
  const to = parsePlainDate(typed);
  if (to !== null && to > company.from && to <= today) return ok(to);
  return err(
    validationProblem([
      {
        pointer: '/to',
        code: 'endOutside',
        message: `Ange den första dagen då företaget inte längre är närstående: efter ${formatDate(company.from)} och senast i dag.`,
      },
    ]),
  );
}
