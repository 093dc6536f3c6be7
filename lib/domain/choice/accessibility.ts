/** What premises can offer those who see, hear, move or understand differently. */
export const ACCESSIBILITY = [
  'stepFree',
  'ramp',
  'lift',
  'automaticDoor',
  'accessibleToilet',
  'hearingLoop',
  'signLanguage',
  'quietRoom',
  'parking',
] as const;

export type Accessibility = (typeof ACCESSIBILITY)[number];

/** Whether the text is one of the known codes. */
export function isAccessibility(text: string): text is Accessibility {
  return ACCESSIBILITY.some((code) => code === text);
}
