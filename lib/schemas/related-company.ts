import { z } from 'zod';

// What was typed is read by the domain, which names every fault at its field.
const typed = z.string().trim().max(200, 'Skriv högst 200 tecken.').default('');

export const registerRelatedCompanyInput = z.object({
  providerId: z.uuid(),
  orgNo: typed,
  // Not `name`: the page has another form with one.
  companyName: typed,
  source: typed,
  from: typed,
});
export type RegisterRelatedCompanyInput = z.infer<typeof registerRelatedCompanyInput>;

export const endRelatedCompanyInput = z.object({ companyId: z.uuid(), to: typed });
export type EndRelatedCompanyInput = z.infer<typeof endRelatedCompanyInput>;
