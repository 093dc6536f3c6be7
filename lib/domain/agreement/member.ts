import { COMPONENT_SV } from '#lib/domain/compensation/swedish.ts';

/** How a member of an agreement version is typed and read. */
export type MemberKind =
  | 'text'
  | 'date'
  | 'kronor'
  | 'percentShare'
  | 'percent'
  | 'days'
  | 'dayNumber'
  | 'months'
  | 'periods'
  | 'code'
  | 'yesNo'
  | 'rows'
  | 'group';

type Member = { readonly words: string; readonly kind: MemberKind };

function member(words: string, kind: MemberKind): Member {
  return { words, kind };
}

const LEVEL = member('nivå', 'kronor');

/** Every member of an agreement version by its path, `*` standing for a row or a level. Compensation model section 1. */
const MEMBERS: Readonly<Record<string, Member>> = {
  '': member('Avtalsversionen', 'group'),
  id: member('Beteckning', 'text'),
  name: member('Namn', 'text'),
  workdays: member('Arbetsdagar', 'group'),
  'workdays.weekdays': member('Veckodagar som räknas', 'rows'),
  'workdays.weekdays.*': member('Veckodagar som räknas', 'code'),
  'workdays.holidays': member('Helgdagar som inte räknas', 'rows'),
  'workdays.holidays.*': member('Helgdagar som inte räknas', 'date'),
  basePay: member(COMPONENT_SV.basePay, 'group'),
  'basePay.rates': member('Grundersättningens belopp', 'rows'),
  'basePay.rates.*': member('Grundersättningens belopp', 'group'),
  'basePay.rates.*.from': member('gäller från', 'date'),
  'basePay.rates.*.orePerDay': member('belopp per dag', 'group'),
  'basePay.rates.*.orePerDay.*': LEVEL,
  'basePay.noPayAbsences': member('Frånvaro som inte ger ersättning', 'rows'),
  'basePay.noPayAbsences.*': member('Frånvaro som inte ger ersättning', 'code'),
  'basePay.lapsesAfterDays': member('Rapporter ger ingen ersättning efter', 'days'),
  resultPay: member(COMPONENT_SV.resultPay, 'group'),
  'resultPay.rates': member('Resultatersättningens belopp', 'rows'),
  'resultPay.rates.*': member('Resultatersättningens belopp', 'group'),
  'resultPay.rates.*.from': member('gäller från', 'date'),
  'resultPay.rates.*.ore': member('belopp', 'group'),
  'resultPay.rates.*.ore.*': LEVEL,
  'resultPay.milestones': member('Milstolpar', 'rows'),
  'resultPay.milestones.*': member('Milstolpar', 'group'),
  'resultPay.milestones.*.months': member('efter', 'months'),
  'resultPay.milestones.*.sharePermille': member('andel', 'percentShare'),
  'resultPay.types': member('Resultat som räknas', 'rows'),
  'resultPay.types.*': member('Resultat som räknas', 'code'),
  'resultPay.minExtentPercent': member('Resultatersättning, minsta omfattning', 'percent'),
  'resultPay.maxGapDays': member('Längsta uppehåll', 'days'),
  'resultPay.startWithinMonthsAfterEnd': member('Arbetet eller studierna ska börja inom', 'months'),
  'resultPay.signalWithinMonthsAfterEnd': member('Signalen ska komma inom', 'months'),
  'resultPay.excludeRelatedEmployers': member('Närstående arbetsgivare räknas bort', 'yesNo'),
  'resultPay.countFrom': member('Tiden räknas från', 'code'),
  'resultPay.extentShares': member('Andel efter omfattning', 'rows'),
  'resultPay.extentShares.*': member('Andel efter omfattning', 'group'),
  'resultPay.extentShares.*.fromPercent': member('från omfattningen', 'percent'),
  'resultPay.extentShares.*.permille': member('andel', 'percentShare'),
  'resultPay.studiesByApplication': member('Studier prövas på dagen för ansökan', 'yesNo'),
  speedBonus: member(COMPONENT_SV.speedBonus, 'group'),
  'speedBonus.kind': member('Snabbhetspremie, sort', 'code'),
  'speedBonus.sharePermille': member('Snabbhetspremie, andel', 'percentShare'),
  'speedBonus.tiers': member('Snabbhetspremiens steg', 'rows'),
  'speedBonus.tiers.*': member('Snabbhetspremiens steg', 'group'),
  'speedBonus.tiers.*.beforeDay': member('före dag', 'dayNumber'),
  'speedBonus.tiers.*.ore': member('belopp', 'group'),
  'speedBonus.tiers.*.ore.*': LEVEL,
  'speedBonus.minExtentPercent': member('Snabbhetspremie, minsta omfattning', 'percent'),
  'speedBonus.releaseMonths': member('Snabbhetspremien betalas ut efter', 'months'),
  supplement: member(COMPONENT_SV.supplement, 'group'),
  'supplement.ore': member(COMPONENT_SV.supplement, 'group'),
  'supplement.ore.*': member('Tilläggsersättning, nivå', 'kronor'),
  'supplement.withinPeriods': member('Tilläggsersättning för resultat inom', 'periods'),
  'supplement.releaseMonths': member('Tilläggsersättningen betalas ut efter', 'months'),
  vatPermille: member('Moms', 'percentShare'),
};

/** The path of a pointer (`/basePay/rates/0`) or of a field's name (`basePay.rates.0`). */
export function stepsOf(pointerOrName: string): readonly string[] {
  return pointerOrName.split(/[./]/).filter((step) => step !== '');
}

function isOpen(step: string): boolean {
  return /^\d+$/.test(step) || /^[ABC]$/.test(step);
}

const ORDER = new Map(Object.keys(MEMBERS).map((path, index) => [path, index]));

/** Where a member stands in the model's own order; what the model does not know comes last. */
export function orderOf(steps: readonly string[]): number {
  return ORDER.get(steps.map((step) => (isOpen(step) ? '*' : step)).join('.')) ?? ORDER.size;
}

/** The member at a path; null where the model has none. */
export function memberAt(steps: readonly string[]): Member | null {
  return MEMBERS[steps.map((step) => (isOpen(step) ? '*' : step)).join('.')] ?? null;
}

/** Where a fault is, in words: `Grundersättningens belopp, rad 2, nivå B`. */
export function placeOf(pointer: string): string {
  const steps = stepsOf(pointer);
  const row = steps.findIndex((step) => /^\d+$/.test(step));
  const own = memberAt(steps);
  if (own === null) return steps.join(', ');
  const level = steps.at(-1) ?? '';
  const named = /^[ABC]$/.test(level) ? `${own.words} ${level}` : own.words;
  if (row === -1) return named;
  const list = memberAt(steps.slice(0, row))?.words ?? '';
  const inRow = `${list}, rad ${Number(steps[row]) + 1}`;
  return named === list ? inRow : `${inRow}, ${named}`;
}
