import type { Text } from '#lib/shared/problem.ts';

/** What is done and read in the reviewers' bench. */
export const REVIEW_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'outcome.work': { sv: 'Uträknat vad resultat väntar på', en: 'Worked out what outcomes wait for' },
  'report.approveTogether': { sv: 'Rapporter godkända tillsammans', en: 'Reports approved together' },
  'report.exportQueue': { sv: 'Granskningskön som fil', en: 'The review queue as a file' },
  'report.previewTogether': {
    sv: 'Rapporter som kan godkännas tillsammans',
    en: 'Reports that can be approved together',
  },
  'review.areas': { sv: 'Granskarens områden', en: 'The reviewer’s areas' },
  'review.caseAt': { sv: 'Nästa ärende i granskningskön', en: 'The next case of the review queue' },
  'review.chooseAreas': { sv: 'Valda områden för granskning', en: 'Chosen areas of review' },
  'review.decided': { sv: 'Nyss avgjort ärende', en: 'Case just decided' },
  'review.desk': { sv: 'Vem som har ett ärende', en: 'Whose a case is' },
  'review.handBack': { sv: 'Ärende återlämnat till kön', en: 'Case handed back to the queue' },
  'review.handOver': { sv: 'Ärende överlämnat till en kollega', en: 'Case handed over to a colleague' },
  'review.place': { sv: 'Ett ärendes plats i granskningskön', en: 'Place of a case in the review queue' },
  'review.presence': { sv: 'Vilka som har ett ärende öppet', en: 'Who has a case open' },
  'review.take': { sv: 'Ärende taget för granskning', en: 'Case taken for review' },
};
