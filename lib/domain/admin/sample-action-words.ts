import type { Text } from '#lib/shared/problem.ts';

/** What the rules approve, and the samples of it, in the log. */
export const SAMPLE_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'report.approveByRules': { sv: 'Rapport godkänd automatiskt', en: 'Report approved automatically' },
  'review.route': { sv: 'Rapporternas väg i granskningen', en: 'The way of reports in review' },
  'sample.close': { sv: 'Avslutat stickprov', en: 'Closed sample' },
  'sample.draw': { sv: 'Dragning av ett stickprov', en: 'Draw of a sample' },
  'sample.file': { sv: 'Hämtat stickprov för omdragning', en: 'Downloaded sample to redraw' },
  'sample.list': { sv: 'Stickprov', en: 'Samples' },
  'sample.listMonths': { sv: 'Andel automatiska godkännanden', en: 'Share of automatic approvals' },
  'sample.listOwn': { sv: 'Leverantörens egna stickprov', en: 'The provider’s own samples' },
  'sample.open': { sv: 'Nytt stickprov', en: 'New sample' },
  'sample.read': { sv: 'Ett stickprov', en: 'A sample' },
};
