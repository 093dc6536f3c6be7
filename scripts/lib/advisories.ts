/** What an asking for known vulnerabilities came to. */
export type Advisories =
  | { readonly state: 'none' }
  | {
      readonly state: 'found';
      readonly found: readonly { readonly name: string; readonly severity: string; readonly via: string }[];
    }
  | { readonly state: 'notAsked'; readonly why: string };

type Report = {
  message?: string;
  error?: { summary?: string; code?: string };
  metadata?: { vulnerabilities?: { total?: number } };
  vulnerabilities?: Record<string, { severity: string; via: (string | { title?: string; url?: string })[] }>;
};

/** Reads what `npm audit --json` printed. No figures is no answer: silence never counts as nothing found. */
export function readAdvisories(printed: string): Advisories {
  let report: Report;
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own report; every field is asked for
    report = JSON.parse(printed) as Report;
  } catch {
    return { state: 'notAsked', why: 'npm gave no report' };
  }
  const total = report.metadata?.vulnerabilities?.total;
  if (total === undefined || report.vulnerabilities === undefined)
    return { state: 'notAsked', why: report.message ?? report.error?.summary ?? 'npm gave no figures' };
  if (total === 0) return { state: 'none' };
  return {
    state: 'found',
    found: Object.entries(report.vulnerabilities).map(([name, { severity, via }]) => ({
      name,
      severity,
      via: via
        .map((each) => (typeof each === 'string' ? each : `${each.title ?? ''} ${each.url ?? ''}`.trim()))
        .join('; '),
    })),
  };
}

export const EXIT = { none: 0, found: 1, notAsked: 2 } as const;
