import { z } from 'zod';
import { typedText } from '#lib/schemas/document.ts';

export const typedSupportedEmployment = z.object({
  employerName: typedText(),
  employerKind: typedText(),
  employerOrgNo: typedText(),
  contact: typedText(),
  duties: typedText(500),
  extentPercent: typedText(),
  startsOn: typedText(),
  support: typedText(),
  answerBy: typedText(),
  message: typedText(2000),
});

/** What is granted, where it is. */
export const grantedSupportAnswer = z.object({
  support: typedText(),
  from: typedText(),
  through: typedText(),
});
