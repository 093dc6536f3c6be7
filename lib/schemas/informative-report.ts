import { z } from 'zod';
import { LONGEST_INFORMATIVE_TEXT } from '#lib/domain/informative-report/informative-report.ts';
import { typedText } from '#lib/schemas/document.ts';

export const typedInformativeReport = z.object({
  category: typedText(),
  text: typedText(LONGEST_INFORMATIVE_TEXT),
  answerBy: typedText(),
});
