import { type Because, factsOf } from '#lib/domain/compensation/because.ts';
import { explainStepSv } from '#lib/domain/compensation/explain-steps-sv.ts';
import { counted, kronor, OUTCOME_TYPE_SV, percentOf } from '#lib/domain/compensation/swedish.ts';
import { formatDate, formatMonthName } from '#lib/shared/format-date.ts';

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function basePay(because: readonly Because[]): string | null {
  const days = factsOf(because, 'basePay.payDays');
  const rate = factsOf(because, 'basePay.dayRate');
  const report = factsOf(because, 'basePay.reportApproved');
  if (days === null || rate === null || report === null) return null;
  const absent = days.unpaidAbsences.length;
  return joined(
    `${counted(days.payDays, 'arbetsdag', 'arbetsdagar')} i ${formatMonthName(days.month)} × ${kronor(rate.orePerDay)}`,
    absent === 0 ? '' : `${counted(absent, 'dag', 'dagar')} med frånvaro borträknad`,
    `nivå ${rate.level}`,
    `rapport inskickad ${formatDate(report.submittedOn)} och godkänd`,
  );
}

/** What the outcome was and how long it has lasted: the tail of everything that is released with a milestone. */
function lasted(because: readonly Because[]): string {
  const start = factsOf(because, 'outcome.start');
  const due = factsOf(because, 'milestone.due');
  if (start === null || due === null) return '';
  const since = due.countedFrom === start.start ? '' : ` räknat från ${formatDate(due.countedFrom)}`;
  const months = counted(due.months, 'månad', 'månader');
  return `${OUTCOME_TYPE_SV[start.type]} från ${formatDate(start.start)} som varat ${months}${since}, styrkt och godkänt`;
}

function resultPay(because: readonly Because[]): string | null {
  const rate = factsOf(because, 'resultPay.rate');
  const part = factsOf(because, 'resultPay.amount');
  if (rate === null || part === null) return null;
  const share = part.permilleThrough - part.permilleBefore;
  const amount = share === 1000 ? kronor(part.rateOre) : `${percentOf(share)} av ${kronor(part.rateOre)}`;
  return joined(amount, `nivå ${rate.level}`, lasted(because));
}

function speedBonus(because: readonly Because[]): string | null {
  const unused = factsOf(because, 'speedBonus.unusedDays');
  if (unused !== null) {
    const days = unused.rates.map(
      (rate) =>
        `${counted(rate.days, 'outnyttjad arbetsdag', 'outnyttjade arbetsdagar')} × ${kronor(rate.orePerDay)}`,
    );
    const share = unused.sharePermille === 1000 ? '' : `${percentOf(unused.sharePermille)} av det`;
    return joined(days.join(' + '), share, `nivå ${unused.level}`, lasted(because));
  }
  const tier = factsOf(because, 'speedBonus.tier');
  if (tier === null) return null;
  const day = `start ${counted(tier.daysToStart, 'dag', 'dagar')} in i placeringen, före dag ${tier.beforeDay}`;
  return joined(day, `nivå ${tier.level}`, lasted(because));
}

function supplement(because: readonly Because[]): string | null {
  const start = factsOf(because, 'supplement.startedInPeriod');
  const amount = factsOf(because, 'supplement.amount');
  if (start === null || amount === null) return null;
  return joined(
    `start ${formatDate(start.start)} under tjänsteperiod ${start.periodNumber}`,
    `nivå ${amount.level}`,
    lasted(because),
  );
}

/**
 * Why an amount is what it is, in one Swedish phrase ("23 arbetsdagar i mars × 65,00 kr, nivå B, rapport inskickad
 * 6 april 2021 och godkänd"), from its stored reason alone (compensation model section 7).
 */
export function explainSv(because: readonly Because[]): string {
  const phrase = basePay(because) ?? resultPay(because) ?? speedBonus(because) ?? supplement(because);
  return phrase ?? because.map((step) => explainStepSv(step)).join(' ');
}
