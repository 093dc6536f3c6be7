import type { BasePayReason } from '#lib/domain/compensation/evaluation.ts';
import type { ReportFact } from '#lib/domain/compensation/types.ts';
import { monthOfKey } from '#lib/domain/statement/entry-key.ts';
import type { NotPaid, Remedy, WhatNow } from '#lib/domain/statement/remedy-types.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

const TOO_LATE: WhatNow = {
  can: 'nothing',
  what: 'Tiden har gått ut, så den här månaden kan tyvärr inte betalas. Ni behöver inte göra något mer.',
  by: null,
  page: null,
};

/** The last day on which a month's report can be submitted and paid for; null: there is none (compensation model section 3, step 3). */
export function lapseDay(month: Month, lapsesAfterDays: number | null): PlainDate | null {
  return lapsesAfterDays === null ? null : addDays(firstDay(nextMonth(month)), lapsesAfterDays - 1);
}

function whySv(
  reason: BasePayReason,
  month: Month,
  then: ReportFact | undefined,
  lapse: PlainDate | null,
): string {
  const about = `Rapporten för ${formatMonth(month)}`;
  switch (reason) {
    case 'reportMissing':
      return `${about} var inte inskickad.`;
    case 'reportTooLate': {
      const came = then === undefined ? '' : ` ${formatDate(then.submittedOn)}`;
      return `${about} kom in${came}${lapse === null ? '' : `, och sista dagen var ${formatDate(lapse)}`}.`;
    }
    case 'reportNotApproved':
      if (then?.status === 'returned') return `${about} var återlämnad för komplettering.`;
      if (then?.status === 'rejected') return `${about} är avslagen.`;
      return `${about} var inskickad, men inte färdiggranskad.`;
  }
}

/** What must be sent, by when if there is a last day; or that the day has passed. */
function send(what: string, lapse: PlainDate | null, today: PlainDate): WhatNow {
  if (lapse === null) {
    return {
      can: 'act',
      what: `${what}, så betalas månaden när rapporten är godkänd. Avtalet har ingen sista dag.`,
      by: null,
      page: 'report',
    };
  }
  if (today > lapse) return TOO_LATE;
  return {
    can: 'act',
    what: `${what} senast ${formatDate(lapse)}, så betalas månaden när rapporten är godkänd.`,
    by: lapse,
    page: 'report',
  };
}

function whatNow({ reportNow, today }: NotPaid, lapse: PlainDate | null): WhatNow {
  if (reportNow === null) return send('Skicka rapporten', lapse, today);
  const { status, submittedOn } = reportNow;
  if (status === 'returned') return send('Komplettera rapporten', lapse, today);
  if (status === 'rejected') {
    return {
      can: 'nothing',
      what: 'Beslutet gäller tills det ändras. Läs motiveringen, där står vad som saknades.',
      by: null,
      page: 'report',
    };
  }
  if (lapse !== null && submittedOn > lapse) return TOO_LATE;
  return status === 'approved'
    ? {
        can: 'wait',
        what: 'Rapporten är godkänd nu. Beloppet kommer på nästa underlag.',
        by: null,
        page: null,
      }
    : {
        can: 'wait',
        what: 'Rapporten granskas nu. Ni behöver inte göra något: månaden betalas när rapporten är godkänd.',
        by: null,
        page: null,
      };
}

/** What can be done about a month of base pay that is not paid, given the month's report as it stands today. */
export function reportRemedySv(entry: NotPaid, reason: BasePayReason): Remedy {
  const month = monthOfKey(entry.key);
  if (month === null) throw new RangeError(`Not the key of a month: ${entry.key}`);
  const lapse = lapseDay(month, entry.agreement.basePay.lapsesAfterDays);
  const then = entry.facts.reports.find((report) => report.month === month);
  return { why: whySv(reason, month, then, lapse), ...whatNow(entry, lapse) };
}
