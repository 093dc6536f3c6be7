import type { Text } from '#lib/shared/problem.ts';

/** Actions of following providers up: complaints, related companies, how well the checks do, one view for each provider. */
export const REVIEW_INSIGHT_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'complaint.answer': { sv: 'Svar på ett klagomål', en: 'Answer to a complaint' },
  'complaint.list': { sv: 'Klagomål på en leverantör', en: 'Complaints about a provider' },
  'complaint.write': { sv: 'Nytt klagomål', en: 'New complaint' },
  'insight.checks': { sv: 'Kontrollernas träffsäkerhet', en: 'Precision of the checks' },
  'insight.exportProviders': {
    sv: 'Leverantörer i uppföljningen som fil',
    en: 'Providers in follow-up as a file',
  },
  'insight.provider': { sv: 'En leverantör i uppföljningen', en: 'One provider in follow-up' },
  'insight.providers': { sv: 'Leverantörer i uppföljningen', en: 'Providers in follow-up' },
  'relatedCompany.end': { sv: 'Avslutat närstående företag', en: 'Ended related company' },
  'relatedCompany.list': { sv: 'Företag närstående en leverantör', en: 'Companies related to a provider' },
  'relatedCompany.load': {
    sv: 'Närstående företag inlästa från fil',
    en: 'Related companies loaded from a file',
  },
  'relatedCompany.preview': {
    sv: 'Provläsning av en fil med närstående företag',
    en: 'Trial read of a file of related companies',
  },
  'relatedCompany.register': { sv: 'Nytt närstående företag', en: 'New related company' },
};
