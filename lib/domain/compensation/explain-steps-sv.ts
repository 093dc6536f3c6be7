import type { Because } from '#lib/domain/compensation/because.ts';
import { ABSENCE_SV, counted, kronor, OUTCOME_TYPE_SV, percentOf } from '#lib/domain/compensation/swedish.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { type Month, periodOf } from '#lib/shared/month.ts';
import { addDays, dayOf, type PlainDate } from '#lib/shared/plain-date.ts';

function months(n: number): string {
  return counted(n, 'månad', 'månader');
}

/** The days of a month in the service: `hela mars 2021`, `8–31 mars 2021`, `1–4 och 20–31 mars 2021`. */
function inServiceSv(
  month: Month,
  serviceDays: readonly { readonly from: PlainDate; readonly to: PlainDate }[],
): string {
  const whole = periodOf(month);
  const [first] = serviceDays;
  if (serviceDays.length === 1 && first?.from === whole.from && first.to === whole.to)
    return `hela ${formatMonth(month)}`;
  const ranges = serviceDays.map(({ from, to }) => {
    const [begins, ends] = [dayOf(from), dayOf(addDays(to, -1))];
    return begins === ends ? String(begins) : `${begins}–${ends}`;
  });
  return `${ranges.join(' och ')} ${formatMonth(month)}`;
}

/** One step of the reason for an amount, as a Swedish sentence with the facts that the rule used. */
export function explainStepSv(step: Because): string {
  switch (step.rule) {
    case 'basePay.payDays': {
      const { month, serviceDays, workingDays, unpaidAbsences, payDays } = step.facts;
      const absences = unpaidAbsences.map(
        ({ date, reason }) => `${formatDate(date)} (${ABSENCE_SV[reason]})`,
      );
      const less = absences.length === 0 ? '' : `, utom frånvaro ${absences.join(', ')}`;
      return `Deltagaren var i tjänsten ${inServiceSv(month, serviceDays)}: ${counted(workingDays, 'arbetsdag', 'arbetsdagar')}${less}. ${counted(payDays, 'dag', 'dagar')} ersätts.`;
    }
    case 'basePay.dayRate': {
      const { level, rateFrom, orePerDay } = step.facts;
      return `Dagbeloppet för nivå ${level} är ${kronor(orePerDay)} från ${formatDate(rateFrom)}.`;
    }
    case 'basePay.reportApproved': {
      const { submittedOn, lapsesAfterDays } = step.facts;
      const window = lapsesAfterDays === null ? '' : `, inom ${lapsesAfterDays} dagar efter månadens slut`;
      return `Rapporten skickades in ${formatDate(submittedOn)}${window}, och är godkänd.`;
    }
    case 'basePay.amount': {
      const { payDays, orePerDay, amountOre } = step.facts;
      return `${payDays} × ${kronor(orePerDay)} = ${kronor(amountOre)}.`;
    }
    case 'outcome.start': {
      const { type, start, extentPercent, minExtentPercent, relatedSpellsDropped } = step.facts;
      const dropped = relatedSpellsDropped === 0 ? '' : ' Arbete hos närstående företag räknas inte.';
      return `Resultatet är ${OUTCOME_TYPE_SV[type]} från ${formatDate(start)} på ${extentPercent} %, minst ${minExtentPercent} % krävs.${dropped}`;
    }
    case 'outcome.startedInTime': {
      const { tested, date, serviceEnd, withinMonths } = step.facts;
      const what = tested === 'start' ? 'Starten' : 'Ansökan';
      return `${what} ${formatDate(date)} ligger inom ${months(withinMonths)} från ${formatDate(serviceEnd)}, första dagen utanför tjänsten.`;
    }
    case 'outcome.signalledInTime': {
      const { signalledOn, serviceEnd, withinMonths } = step.facts;
      return `Signalen kom ${formatDate(signalledOn)}, inom ${months(withinMonths)} från ${formatDate(serviceEnd)}.`;
    }
    case 'milestone.due': {
      const { countFrom, countedFrom, months: n, dueOn } = step.facts;
      const from = countFrom === 'serviceEnd' ? 'det senare av starten och tjänstens slut' : 'starten';
      return `${months(n)} räknat från ${from}, ${formatDate(countedFrom)}, gick ut ${formatDate(dueOn)}.`;
    }
    case 'milestone.lasted': {
      const { uncoveredDays, maxGapDays } = step.facts;
      return uncoveredDays === 0
        ? 'Alla dagar fram till dess hade tillräcklig omfattning.'
        : `Fram till dess fanns ${counted(uncoveredDays, 'dag', 'dagar')} utan tillräcklig omfattning; högst ${maxGapDays} får saknas.`;
    }
    case 'milestone.verified':
      return `Underlagen räcker till och med ${formatDate(addDays(step.facts.verifiedThrough, -1))}, och resultatet är godkänt.`;
    case 'resultPay.rate': {
      const { level, rateFrom, rateOre } = step.facts;
      return `Resultatersättningen för nivå ${level} är ${kronor(rateOre)} för den som börjar från ${formatDate(rateFrom)}.`;
    }
    case 'resultPay.extentShare': {
      const { extentPercent, fromPercent, permille, rateOre } = step.facts;
      return `Omfattningen ${extentPercent} % är minst ${fromPercent} % och ger ${percentOf(permille)} av beloppet: ${kronor(rateOre)}.`;
    }
    case 'resultPay.amount': {
      const { rateOre, permilleThrough, permilleBefore, amountOre } = step.facts;
      const before = permilleBefore === 0 ? '' : `, mindre de första ${percentOf(permilleBefore)}`;
      return `${percentOf(permilleThrough)} av ${kronor(rateOre)}${before}: ${kronor(amountOre)}.`;
    }
    case 'speedBonus.endedByOutcome': {
      const { end, extentPercent, minExtentPercent } = step.facts;
      return `Placeringen slutade med resultatet, och ${formatDate(end)} är första dagen utanför den. Omfattningen var ${extentPercent} %, minst ${minExtentPercent} % krävs.`;
    }
    case 'speedBonus.unusedDays': {
      const { level, notBefore, rates, sharePermille, amountOre } = step.facts;
      const days = rates.map(
        (rate) => `${counted(rate.days, 'arbetsdag', 'arbetsdagar')} × ${kronor(rate.orePerDay)}`,
      );
      const part = sharePermille === 1000 ? '' : `, varav ${percentOf(sharePermille)}`;
      return `Från ${formatDate(notBefore)} återstod ${days.join(' + ')} för nivå ${level}${part}: ${kronor(amountOre)}.`;
    }
    case 'speedBonus.tier': {
      const { level, daysToStart, beforeDay, amountOre } = step.facts;
      return `Starten kom ${counted(daysToStart, 'dag', 'dagar')} efter placeringens första dag, före dag ${beforeDay}: ${kronor(amountOre)} för nivå ${level}.`;
    }
    case 'supplement.startedInPeriod': {
      const { start, periodNumber, periodTo } = step.facts;
      return `Starten ${formatDate(start)} kom medan tjänsteperiod ${periodNumber} var planerad, till och med ${formatDate(addDays(periodTo, -1))}.`;
    }
    case 'supplement.amount':
      return `Tilläggsersättningen för nivå ${step.facts.level} är ${kronor(step.facts.amountOre)}.`;
    default:
      return step satisfies never;
  }
}
