import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';

/**
 * The compensation model once more, written from its text alone, one day at a time, slow and plain: what the real
 * calculation is held against. It shares the shape of the input with it, but no code.
 */
const LAST_DAY_LOOKED_AT = '2026-12-31';

function after(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = after(day)) days.push(day);
  return days;
}

function addMonths(day: string, n: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const target = new Date(Date.UTC(year, month - 1 + n, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(Number(day.slice(8)), lastDay));
  return target.toISOString().slice(0, 10);
}

/** Halves away from zero; amounts here are not negative. */
function permille(amount: number, share: number): number {
  const product = amount * share;
  const rest = product % 1000;
  return (product - rest) / 1000 + (rest >= 500 ? 1 : 0);
}

function inForce<Row extends { readonly from: string }>(rows: readonly Row[], day: string): Row {
  const row = rows.filter(({ from }) => from <= day).at(-1);
  if (row === undefined) throw new Error(`No row in force on ${day}`);
  return row;
}

function sum(entries: readonly { readonly amountOre: number }[]): number {
  return entries.reduce((total, { amountOre }) => total + amountOre, 0);
}

/** What the model gives, without reasons. */
export function oracle(agreement: AgreementVersion, facts: PlacementFacts): unknown {
  const { level, periods, end, endReason } = facts.placement;
  const asOf = facts.asOf;
  const lines: {
    key: string;
    component: string;
    quantity: number;
    unitOre: number | null;
    amountOre: number;
  }[] = [];
  const pending: { key: string; component: string; dueOn: string; amountOre: number }[] = [];
  const notPayable: { key: string; component: string; reason: string; amountOre: number }[] = [];

  function isWorkingDay(day: string): boolean {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return (
      agreement.workdays.weekdays.includes(weekday === 0 ? 7 : weekday) &&
      !agreement.workdays.holidays.some((holiday) => holiday === day)
    );
  }
  const dayRate = (day: string): number => inForce(agreement.basePay.rates, day).orePerDay[level];

  // Service days.
  const plannedDays = periods.flatMap((period) => daysFrom(period.from, period.to));
  const serviceDays = plannedDays.filter((day) => end === null || day < end);

  // Section 3.
  for (const month of new Set(serviceDays.map((day) => day.slice(0, 7)))) {
    const nextMonth = addMonths(`${month}-01`, 1);
    if (nextMonth > asOf) continue;
    const payDays = serviceDays.filter(
      (day) =>
        day.startsWith(month) &&
        isWorkingDay(day) &&
        !facts.absences.some(
          (absence) => absence.date === day && agreement.basePay.noPayAbsences.includes(absence.reason),
        ),
    );
    if (payDays.length === 0) continue;
    const potential = payDays.reduce((total, day) => total + dayRate(day), 0);
    const report = facts.reports.find((one) => one.month === month && one.submittedOn <= asOf);
    let reason: string | null = null;
    if (report === undefined) reason = 'reportMissing';
    else if (report.status !== 'approved') reason = 'reportNotApproved';
    else if (agreement.basePay.lapsesAfterDays !== null) {
      // The days after the month's last day, up to and with the day of submission.
      const late = daysFrom(nextMonth, after(report.submittedOn)).length;
      if (late > agreement.basePay.lapsesAfterDays) reason = 'reportTooLate';
    }
    if (reason !== null) {
      if (potential > 0)
        notPayable.push({ key: `base:${month}`, component: 'basePay', reason, amountOre: potential });
      continue;
    }
    for (const row of agreement.basePay.rates) {
      const days = payDays.filter((day) => inForce(agreement.basePay.rates, day) === row);
      const unitOre = row.orePerDay[level];
      const amountOre = days.length * unitOre;
      const key = `base:${month}:${row.from}`;
      if (amountOre > 0) lines.push({ key, component: 'basePay', quantity: days.length, unitOre, amountOre });
    }
  }

  // Section 4.
  const outcome = facts.outcome;
  if (outcome !== null && outcome.signalledOn <= asOf) {
    const terms = agreement.resultPay;
    const spells = outcome.spells.filter(
      ({ employerOrgNo }) =>
        !terms.excludeRelatedEmployers ||
        employerOrgNo === null ||
        (employerOrgNo !== facts.placement.providerOrgNo &&
          !facts.placement.relatedOrgNos.includes(employerOrgNo)),
    );
    const extentOn = (day: string): number =>
      spells
        .filter((spell) => spell.from <= day && (spell.to === null || day < spell.to))
        .reduce((total, spell) => total + spell.extentPercent, 0);
    const isCovered = (day: string): boolean => extentOn(day) >= terms.minExtentPercent;
    const firstDay = plannedDays[0] ?? '';
    const S = daysFrom(outcome.from > firstDay ? outcome.from : firstDay, LAST_DAY_LOOKED_AT).find((day) =>
      isCovered(day),
    );
    const E = serviceDays.length === 0 ? null : after(serviceDays.at(-1) ?? '');
    const byApplication =
      terms.studiesByApplication && outcome.type === 'studies' && outcome.appliedOn !== null;

    let failure: string | null = null;
    if (E === null) failure = 'noService';
    else if (outcome.status === 'rejected') failure = 'rejected';
    else if (!terms.types.includes(outcome.type)) failure = 'typeNotEligible';
    else if (outcome.spells.length > 0 && spells.length === 0) failure = 'relatedEmployer';
    else if (S === undefined) failure = 'extentTooLow';
    else if (
      !((byApplication ? (outcome.appliedOn ?? '') : S) < addMonths(E, terms.startWithinMonthsAfterEnd))
    )
      failure = 'startedTooLate';
    else if (!(outcome.signalledOn < addMonths(E, terms.signalWithinMonthsAfterEnd)))
      failure = 'signalledTooLate';

    if (failure !== null || S === undefined || E === null) {
      notPayable.push({ key: 'outcome', component: 'resultPay', reason: failure ?? '', amountOre: 0 });
    } else {
      const C = terms.countFrom === 'serviceEnd' && E > S ? E : S;
      const give = (
        months: number,
        key: string,
        component: string,
        quantity: number,
        unitOre: number | null,
        amountOre: number,
      ): void => {
        if (amountOre === 0) return;
        const T = addMonths(C, months);
        const days = daysFrom(S, T);
        const gaps = days.filter((day) => !isCovered(day)).length;
        const lastIsCovered = isCovered(days.at(-1) ?? '');
        if (gaps > terms.maxGapDays || !lastIsCovered)
          notPayable.push({ key, component, reason: 'broken', amountOre });
        else if (T > asOf) pending.push({ key, component, dueOn: T, amountOre });
        else if (outcome.verifiedThrough === null || outcome.verifiedThrough < T)
          notPayable.push({ key, component, reason: 'notVerified', amountOre });
        else if (outcome.status !== 'approved')
          notPayable.push({ key, component, reason: 'notApproved', amountOre });
        else lines.push({ key, component, quantity, unitOre, amountOre });
      };

      let rate: number = inForce(terms.rates, S).ore[level];
      if (terms.extentShares !== null) {
        const row = terms.extentShares.filter((share) => share.fromPercent <= extentOn(S)).at(-1);
        rate = row === undefined ? 0 : permille(rate, row.permille);
      }
      let c = 0;
      for (const { months, sharePermille } of terms.milestones) {
        const amountOre = permille(rate, c + sharePermille) - permille(rate, c);
        c += sharePermille;
        give(months, `result:${months}`, 'resultPay', 1, amountOre, amountOre);
      }

      const bonus = agreement.speedBonus;
      if (bonus !== null && endReason === 'outcome' && extentOn(S) >= bonus.minExtentPercent) {
        if (bonus.kind === 'unusedBasePay') {
          const unused = plannedDays.filter(
            (day) => isWorkingDay(day) && !(end !== null && day < end) && !(day < S),
          );
          const price = unused.reduce((total, day) => total + dayRate(day), 0);
          give(
            bonus.releaseMonths,
            'speed',
            'speedBonus',
            unused.length,
            null,
            permille(price, bonus.sharePermille),
          );
        } else {
          const n = daysFrom(firstDay, S).length;
          const tier = bonus.tiers.find(({ beforeDay }) => n < beforeDay);
          if (tier !== undefined)
            give(bonus.releaseMonths, 'speed', 'speedBonus', 1, tier.ore[level], tier.ore[level]);
        }
      }
      const extra = agreement.supplement;
      if (extra !== null && periods.some((period) => period.number <= extra.withinPeriods && S < period.to)) {
        give(extra.releaseMonths, 'supplement', 'supplement', 1, extra.ore[level], extra.ore[level]);
      }
    }
  }

  // Sections 5 and 6.
  const keys = [...new Set([...lines, ...facts.posted].map(({ key }) => key))].toSorted();
  const deltas = keys
    .map((key) => ({
      key,
      amountOre:
        sum(lines.filter((line) => line.key === key)) -
        sum(facts.posted.filter((posting) => posting.key === key)),
    }))
    .filter(({ amountOre }) => amountOre !== 0);
  const [earnedOre, postedOre] = [sum(lines), sum(facts.posted)];
  return {
    lines,
    pending,
    notPayable,
    deltas,
    totals: { earnedOre, postedOre, deltaOre: earnedOre - postedOre },
  };
}
