import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { AbsenceReason } from '#lib/domain/compensation/types.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How a report stands. What was taken back (withdrawn) is not shown: it was never reported. */
export type OwnReportStatus = 'submitted' | 'inReview' | 'approved' | 'returned' | 'rejected' | 'superseded';

/** A report about the participant in a list. Never money, findings or risk. */
export type OwnReportLine = {
  readonly id: string;
  readonly month: Month;
  readonly number: number;
  readonly status: OwnReportStatus;
  readonly provider: string;
  readonly submittedOn: PlainDate;
  readonly minutes: number;
  readonly tookPart: boolean;
};

export type OwnReports = {
  readonly participantId: string;
  readonly reports: readonly OwnReportLine[];
  readonly total: number;
};

/** One report about the participant, all that was sent of it. Never money, findings or risk. */
export type OwnReport = Omit<OwnReportLine, 'minutes' | 'tookPart'> & {
  readonly participantId: string;
  readonly street: string;
  readonly place: string;
  readonly phone: string | null;
  /** BCP 47 tag or the language's name; null where there was no language support. */
  readonly languageSupport: string | null;
  readonly jobSuggestions: number;
  readonly noActivityReason: AbsenceReason | null;
  readonly rows: readonly {
    readonly activity: ActivityCode;
    readonly form: ActivityForm | null;
    readonly minutes: number;
  }[];
};
