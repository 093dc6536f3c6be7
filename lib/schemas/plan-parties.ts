import { z } from 'zod';
import { MOST_PARTIES } from '#lib/domain/plan/other-party.ts';

const PARTS = ['name', 'role', 'task'] as const;

const parts = {
  name: z.string().trim().max(120),
  role: z.string().trim().max(120),
  task: z.string().trim().max(300),
};

const row = z.object({
  name: parts.name.default(''),
  role: parts.role.default(''),
  task: parts.task.default(''),
});

const MISSING = {
  name: 'Skriv vad organisationen heter.',
  role: 'Skriv vilken roll de har.',
  task: 'Skriv vad de gör.',
} as const;

/**
 * Other parties of a plan. A form sends empty rows too: they are left out. What is wrong is told at the row as it came.
 */
export const planParties = z
  .array(row)
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    rows.forEach((party, index) => {
      if (isEmpty(party)) return;
      for (const part of PARTS.filter((each) => party[each] === '')) {
        context.addIssue({ code: 'custom', path: [index, part], message: MISSING[part] });
      }
      const name = party.name.toLocaleLowerCase('sv');
      if (name !== '' && seen.has(name)) {
        const message = `${party.name} står redan här. Skriv allt om dem på samma ställe.`;
        context.addIssue({ code: 'custom', path: [index, 'name'], message });
      }
      seen.add(name);
    });
  })
  .transform((rows) => rows.filter((party) => !isEmpty(party)))
  .pipe(z.array(z.object(parts)).max(MOST_PARTIES, `Högst ${MOST_PARTIES} andra kan stå i planeringen.`))
  .default([]);

function isEmpty(party: z.infer<typeof row>): boolean {
  return PARTS.every((part) => party[part] === '');
}
