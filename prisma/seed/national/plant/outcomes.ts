import { dateOf, type Day } from '#prisma/seed/national/days.ts';
import { earlierAt, type Employer, type ToldOutcome } from '#prisma/seed/national/outcomes.ts';
import type { FaultCode, Planted } from '#prisma/seed/national/plant/planted.ts';
import { orgNoOf, type Provider } from '#prisma/seed/national/providers.ts';
import { type Random, randomOf } from '#prisma/seed/national/random.ts';

/** Of a thousand outcomes each, and as many near misses for each planted one. */
const PERMILLE = 20;
const NEAR = 0.5;

export type RelatedCompany = Employer & { readonly from: Day; readonly to: Day | null };

/** The companies that are related to a provider: most have none, and one of some providers' was sold long ago. */
export function relatedOf(
  { nth, name }: Provider,
  { seed, today }: { seed: number; today: Day },
): readonly RelatedCompany[] {
  const random = randomOf(seed, `related ${nth}`);
  if (!random.chance(0.5)) return [];
  const [first = ''] = name.split(' ');
  const companies = [
    { orgNo: orgNoOf('5598', 50_000 + nth), name: `${first} Bemanning AB`, from: today - 1500, to: null },
  ];
  if (!random.chance(0.5)) return companies;
  return [
    ...companies,
    {
      orgNo: orgNoOf('5598', 60_000 + nth),
      name: `${first} Fastigheter AB`,
      from: today - 1500,
      to: today - 800,
    },
  ];
}

/** Plants outcomes at the provider's own or a related company, at an employer of before, or from the first days. */
export function makeOutcomePlanter(
  random: Random,
  related: (provider: Provider) => readonly RelatedCompany[],
) {
  const due = { RELATED_EMPLOYER: 1, EMPLOYED_BEFORE: 1 };
  const near = { RELATED_EMPLOYER: 1, EMPLOYED_BEFORE: 1 };
  return (outcomes: readonly ToldOutcome[]): readonly Planted[] => {
    const free = random.shuffled(
      outcomes.filter(({ type, stay }) => type === 'employment' && !stay.participant.protected),
    );
    return (['RELATED_EMPLOYER', 'EMPLOYED_BEFORE'] as const).flatMap((code) => {
      due[code] += (outcomes.length * PERMILLE) / 1000;
      const planted: Planted[] = [];
      while (due[code] >= 1 && free.length > 0) {
        const outcome = free.pop();
        if (outcome === undefined) break;
        const companies = related(outcome.stay.office.provider);
        const way =
          code === 'RELATED_EMPLOYER' ? makeRelated(outcome, companies, random) : makeBefore(outcome, random);
        planted.push(told(code, outcome, way, 'fault'));
        due[code] -= 1;
        near[code] += NEAR;
      }
      const beside = near[code] >= 1 ? free.pop() : undefined;
      if (beside === undefined) return planted;
      const companies = related(beside.stay.office.provider);
      const way =
        code === 'RELATED_EMPLOYER' ? nearlyRelated(beside, companies) : nearlyBefore(beside, random);
      near[code] -= 1;
      return [...planted, told(code, beside, way, 'nearMiss')];
    });
  };
}

function told(code: FaultCode, { id }: ToldOutcome, way: string, kind: Planted['kind']): Planted {
  return { code, subject: 'outcome', id, way, kind };
}

function makeRelated(outcome: ToldOutcome, companies: readonly RelatedCompany[], random: Random): string {
  const { provider } = outcome.stay.office;
  const sister = companies.find(({ to }) => to === null);
  if (sister !== undefined && random.chance(0.6)) {
    outcome.employer = { orgNo: sister.orgNo, name: sister.name };
    return 'a related company';
  }
  outcome.employer = {
    orgNo: provider.orgNo,
    name: random.chance(0.5) ? provider.name : 'Administrativa enheten',
  };
  return 'the provider itself';
}

function nearlyRelated(outcome: ToldOutcome, companies: readonly RelatedCompany[]): string {
  const sold = companies.find(({ to }) => to !== null);
  if (sold !== undefined) {
    outcome.employer = { orgNo: sold.orgNo, name: sold.name };
    return 'a company that was sold before';
  }
  outcome.employer = { ...outcome.employer, name: outcome.stay.office.provider.name };
  return 'only called as the provider';
}

function makeBefore(outcome: ToldOutcome, random: Random): string {
  const { stay, employer } = outcome;
  if (random.chance(0.45)) {
    outcome.from = stay.from + random.int(1, 6);
    return 'from the first days';
  }
  const isOther = random.chance(0.5);
  const place = isOther ? employer.name.replace(' AB', '').toUpperCase() : employer.name;
  outcome.earlier = [...outcome.earlier, earlierAt(place, random)];
  return isOther ? 'the employer of before, called otherwise' : 'the employer of before';
}

function nearlyBefore(outcome: ToldOutcome, random: Random): string {
  const { stay, employer } = outcome;
  if (random.chance(0.4)) {
    outcome.from = stay.from + 8;
    return `from ${dateOf(outcome.from)}, after eight days`;
  }
  const isEducation = random.chance(0.5);
  const earlier = isEducation
    ? earlierAt(employer.name, random, 'education')
    : earlierAt(`${employer.name.replace(' AB', '')} Syd AB`, random);
  outcome.earlier = [...outcome.earlier, earlier];
  return isEducation ? 'a course there' : 'an employer of a like name';
}
