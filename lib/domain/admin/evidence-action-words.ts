import type { Text } from '#lib/shared/problem.ts';

/** Actions about evidence that an outcome lasts. */
export const EVIDENCE_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'employerConfirmation.answer': { sv: 'Arbetsgivarens svar', en: 'The employer’s answer' },
  'employerConfirmation.ask': { sv: 'Fråga till en arbetsgivare', en: 'Question to an employer' },
  'employerConfirmation.open': {
    sv: 'Arbetsgivaren öppnade sin länk',
    en: 'The employer opened its link',
  },
  'employerConfirmation.resend': { sv: 'Ny länk till en arbetsgivare', en: 'New link to an employer' },
  'employerConfirmation.revoke': {
    sv: 'Återkallad fråga till en arbetsgivare',
    en: 'Revoked question to an employer',
  },
  'evidence.add': { sv: 'Inlämnat underlag för ett resultat', en: 'Evidence of an outcome handed in' },
  'evidence.judge': { sv: 'Ställningstagande till underlag', en: 'Judgement of evidence' },
  'evidence.loadIncome': { sv: 'Inläst inkomstfil', en: 'Loaded income file' },
  'evidence.open': { sv: 'Ett underlag som fil', en: 'Evidence as a file' },
  'evidence.previewIncome': { sv: 'Provläst inkomstfil', en: 'Preview of an income file' },
  'evidence.review': { sv: 'Underlag för granskning', en: 'Evidence to be judged' },
  'evidence.show': { sv: 'Underlag för ett resultat', en: 'Evidence of an outcome' },
  'evidence.withdraw': { sv: 'Tillbakataget underlag', en: 'Evidence taken back' },
};
