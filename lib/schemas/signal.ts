import { z } from 'zod';
import { typedText } from '#lib/schemas/document.ts';

export const typedSignal = z.object({
  /** Of one that replaces another: `same` or `other` work. */
  about: typedText(),
  type: typedText(),
  extentPercent: typedText(),
  from: typedText(),
  appliedOn: typedText(),
  employerName: typedText(120),
});

export const signalAnswer = z.object({ course: typedText() }).default({ course: '' });
