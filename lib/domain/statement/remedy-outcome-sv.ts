import type { NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import { counted, OUTCOME_TYPE_SV } from '#lib/domain/compensation/swedish.ts';
import type { OutcomeFact } from '#lib/domain/compensation/types.ts';
import { lastDaySv, OUTCOME_GOING_SV } from '#lib/domain/statement/fact-words-sv.ts';
import { dueDayOf, outcomeWindows } from '#lib/domain/statement/outcome-windows.ts';
import type { NotPaid, Remedy, WhatNow } from '#lib/domain/statement/remedy-types.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type OfOutcome = Exclude<NotPayableReason, 'reportMissing' | 'reportNotApproved' | 'reportTooLate'>;

function nothing(what: string): WhatNow {
  return { can: 'nothing', what, by: null, page: null };
}

function act(what: string, by: PlainDate | null = null): WhatNow {
  return { can: 'act', what, by, page: 'outcome' };
}

/** Another outcome could still be paid for, if it starts and is signalled in time. */
function another({ agreement, facts, today }: NotPaid, which: string): WhatNow {
  const windows = outcomeWindows(agreement, facts);
  if (windows === null) return nothing('Ni behöver inte göra något.');
  const by = windows.signalBy < windows.startBy ? windows.signalBy : windows.startBy;
  return today > by
    ? nothing(
        `Tiden för ett nytt resultat gick ut ${formatDate(by)}, så det här kan tyvärr inte betalas. Ni behöver inte göra något mer.`,
      )
    : act(`${which} kan ge ersättning, om det börjar och ni signalerar det senast ${formatDate(by)}.`, by);
}

/** Whether an outcome that began earlier could still be signalled. */
function earlier({ agreement, facts, today }: NotPaid): WhatNow {
  const windows = outcomeWindows(agreement, facts);
  if (windows === null || today > windows.signalBy) {
    return nothing('Tiden har gått ut, så det här kan tyvärr inte betalas. Ni behöver inte göra något mer.');
  }
  const { startBy, signalBy } = windows;
  return act(
    `Började deltagaren arbeta eller studera redan senast ${formatDate(startBy)}? Signalera det i så fall senast ${formatDate(signalBy)}.`,
    signalBy,
  );
}

/** What the agreement wants of the evidence, given the outcome as it stands today. */
function evidence(entry: NotPaid, due: PlainDate): WhatNow {
  const now = entry.outcomeNow;
  const isVerified = now?.verifiedThrough != null && now.verifiedThrough >= due;
  if (!isVerified) {
    return act(
      `Lägg till underlag, till exempel lönespecifikationer eller ett intyg, som visar dagarna till och med ${lastDaySv(due)}. Avtalet har ingen sista dag för det.`,
    );
  }
  return decided(entry);
}

function decided({ outcomeNow }: NotPaid): WhatNow {
  switch (outcomeNow?.status) {
    case 'approved':
      return {
        can: 'wait',
        what: 'Resultatet är godkänt nu. Beloppet kommer på nästa underlag.',
        by: null,
        page: null,
      };
    case 'submitted':
      return {
        can: 'wait',
        what: 'Resultatet granskas nu. Ni behöver inte göra något: beloppet betalas när det är godkänt.',
        by: null,
        page: null,
      };
    case 'returned':
      return act('Komplettera resultatet, så granskas det igen. Beloppet betalas när det är godkänt.');
    case 'rejected':
      return {
        can: 'nothing',
        what: 'Beslutet gäller tills det ändras. Läs motiveringen, där står vad som saknades.',
        by: null,
        page: 'outcome',
      };
    case undefined:
      return act('Skicka in resultatet igen. Beloppet betalas när det är godkänt.');
  }
}

function mostExtent({ spells }: OutcomeFact): number {
  const onDays = spells.map(({ from }) =>
    spells
      .filter((spell) => spell.from <= from && (spell.to === null || from < spell.to))
      .reduce((sum, { extentPercent }) => sum + extentPercent, 0),
  );
  return Math.max(0, ...onDays);
}

type Told = { readonly why: string } & WhatNow;

function told(entry: NotPaid, reason: OfOutcome, outcome: OutcomeFact): Told {
  const { agreement, facts } = entry;
  const terms = agreement.resultPay;
  const windows = outcomeWindows(agreement, facts);
  const going = OUTCOME_GOING_SV[outcome.type];
  const due = dueDayOf(agreement, facts, entry.key);
  const ended = 'efter att tjänsten slutade';
  switch (reason) {
    case 'noService':
      return {
        why: 'Placeringen avslutades innan den hann börja, så den har inga dagar i tjänsten.',
        ...nothing(
          'Ett resultat betalas hos den leverantör där deltagaren har tagit del av tjänsten. Ni behöver inte göra något.',
        ),
      };
    case 'rejected':
      return { why: 'Resultatet granskades, och uppfyllde inte kraven i avtalet.', ...decided(entry) };
    case 'typeNotEligible':
      return {
        why: `Avtalet ger ersättning för ${terms.types.map((type) => OUTCOME_TYPE_SV[type]).join(' och ')}, inte för ${OUTCOME_TYPE_SV[outcome.type]}.`,
        ...another(entry, 'Ett annat resultat'),
      };
    case 'relatedEmployer':
      return {
        why: 'Arbetsgivaren är ni själva eller ett företag som är närstående till er. Sådana arbeten räknas inte.',
        ...another(entry, 'Ett arbete hos en annan arbetsgivare'),
      };
    case 'extentTooLow':
      return {
        why: `${going} är på högst ${mostExtent(outcome)}\u00A0%, och minst ${terms.minExtentPercent}\u00A0% krävs.`,
        ...another(entry, `Arbete eller studier på minst ${terms.minExtentPercent}\u00A0%`),
      };
    case 'startedTooLate': {
      const byApplication =
        terms.studiesByApplication && outcome.type === 'studies' && outcome.appliedOn !== null;
      const last =
        windows === null
          ? ''
          : ` Sista dagen var ${formatDate(windows.startBy)}, ${counted(terms.startWithinMonthsAfterEnd, 'månad', 'månader')} ${ended}.`;
      return {
        why: `${byApplication ? 'Ansökan till studierna gjordes' : `${going} började`} för sent.${last}`,
        ...earlier(entry),
      };
    }
    case 'signalledTooLate': {
      const last =
        windows === null
          ? ''
          : ` Sista dagen var ${formatDate(windows.signalBy)}, ${counted(terms.signalWithinMonthsAfterEnd, 'månad', 'månader')} ${ended}.`;
      return {
        why: `Signalen kom ${formatDate(outcome.signalledOn)}.${last}`,
        ...nothing('Tiden har gått ut, så det här kan tyvärr inte betalas. Ni behöver inte göra något mer.'),
      };
    }
    case 'broken': {
      const gap =
        terms.maxGapDays === 0
          ? 'utan uppehåll'
          : `med högst ${counted(terms.maxGapDays, 'dags', 'dagars')} uppehåll`;
      const through = due === null ? 'hela tiden' : `till och med ${lastDaySv(due)}`;
      return {
        why: `${going} varar inte hela tiden som krävs: ${through}, ${gap}.`,
        ...act(
          `Har deltagaren ett annat arbete eller andra studier som täcker tiden ${through}? Lägg till det i resultatet och skicka in det igen.`,
        ),
      };
    }
    case 'notVerified': {
      const { verifiedThrough } = outcome;
      const held =
        verifiedThrough === null
          ? 'Det finns inga underlag'
          : `Underlagen räcker till och med ${lastDaySv(verifiedThrough)}`;
      const until = due === null ? '' : `, och behöver räcka till och med ${lastDaySv(due)}`;
      return { why: `${held}${until}.`, ...(due === null ? decided(entry) : evidence(entry, due)) };
    }
    case 'notApproved':
      return {
        why:
          outcome.status === 'returned'
            ? 'Resultatet var återlämnat för komplettering.'
            : 'Resultatet var inskickat och styrkt, men inte färdiggranskat.',
        ...decided(entry),
      };
  }
}

/** What can be done about an outcome's amount that is not paid. */
export function outcomeRemedySv(entry: NotPaid, reason: OfOutcome): Remedy {
  const { outcome } = entry.facts;
  if (outcome === null) throw new RangeError(`No outcome to give the reason ${reason}`);
  return told(entry, reason, outcome);
}
