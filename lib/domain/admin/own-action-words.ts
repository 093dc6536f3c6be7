import type { Text } from '#lib/shared/problem.ts';

/** What participants do and read on their own pages, and what others open by what they hand out. */
export const OWN_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'complaint.listOwn': { sv: 'Deltagarens egna synpunkter', en: 'The participant’s own complaints' },
  'complaint.send': { sv: 'Synpunkt från en deltagare', en: 'Complaint from a participant' },
  'document.showOwn': {
    sv: 'En handling om deltagaren själv',
    en: 'A document about the participant themselves',
  },
  'participant.listReadings': {
    sv: 'Vem som har läst om deltagaren',
    en: 'Who has read about the participant',
  },
  'participant.listSent': {
    sv: 'Allt som är skickat om deltagaren',
    en: 'All that has been sent about the participant',
  },
  'participant.showRights': {
    sv: 'Deltagarens rättigheter och ansvar',
    en: 'The participant’s rights and duties',
  },
  'placement.showOwnDecision': {
    sv: 'Ett beslut om deltagarens egen tid',
    en: 'A decision about the participant’s own time',
  },
  'plan.showOwnVersion': {
    sv: 'En version av deltagarens egen plan',
    en: 'A version of the participant’s own plan',
  },
  'planShare.close': { sv: 'Stängd länk till en plan', en: 'Closed link to a plan' },
  'planShare.create': { sv: 'Länk till deltagarens plan', en: 'Link to the participant’s plan' },
  'planShare.list': { sv: 'Deltagarens länkar till planen', en: 'The participant’s links to the plan' },
  'planShare.open': { sv: 'Plan som deltagaren har delat', en: 'Plan that the participant has shared' },
};
