/** A row of `POST /api/v1/reports`. Rows with the same reference and month become one report. */
export type Row = {
  readonly implementation_reference: string;
  /** `2026-03` */
  readonly month: string;
  /** A category, or `none` with a `reason`. */
  readonly activity: string;
  readonly form?: 'onSite' | 'video' | 'phone' | '' | null;
  readonly minutes?: number;
  /** These three belong to the whole report: the same on each of its rows. */
  readonly language_support?: string | null;
  readonly job_suggestions?: number;
  readonly reason?: string | null;
};

export type Placement = {
  readonly id: string;
  readonly implementationReference: string;
  readonly participantName: string;
  readonly level: 'A' | 'B' | 'C';
  readonly office: { readonly id: string; readonly name: string };
  /** The day after the last one, as in every period. */
  readonly from: string;
  readonly to: string;
  readonly periods: readonly {
    readonly number: number;
    readonly implementationReference: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly plannedActivities: readonly string[];
  readonly reportId: string | null;
};

export type ReportVersion = {
  readonly id: string;
  readonly number: number;
  readonly status:
    | 'submitted'
    | 'inReview'
    | 'approved'
    | 'returned'
    | 'rejected'
    | 'superseded'
    | 'withdrawn';
  readonly submittedOn: string;
  readonly reasonCode: string | null;
  readonly reason: string | null;
};

export type Report = ReportVersion & {
  readonly implementationReference: string;
  readonly month: string;
  readonly decideBy: string;
  readonly languageSupport: string | null;
  readonly jobSuggestions: number;
  readonly noActivityReason: string | null;
  readonly rows: readonly {
    readonly activity: string;
    readonly form: 'onSite' | 'video' | 'phone' | null;
    readonly minutes: number;
  }[];
  readonly amountOre: number;
  /** Checks that could not be assessed, and so are not passed; null where all could. */
  readonly notAssessed: Received['notAssessed'];
};

export type ReportWithVersions = Report & { readonly versions: readonly ReportVersion[] };

/** A report that came in, or was there already with the same content. */
export type Received = {
  readonly implementationReference: string;
  readonly month: string;
  /** `draft`: it waits for a signatory in the portal. */
  readonly status: 'draft' | Exclude<ReportVersion['status'], 'superseded' | 'withdrawn'>;
  readonly id: string | null;
  readonly amountOre: number | null;
  /** Checks that could not be assessed, for instance because the portal has no log of the month; null where all could. */
  readonly notAssessed: { readonly checks: readonly string[]; readonly message: string } | null;
};

/** One fault, as the portal tells it. */
export type Fault = {
  readonly pointer: string;
  readonly column?: string;
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
};

/** Everything that goes wrong (`application/problem+json`). */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors: readonly Fault[];
};
