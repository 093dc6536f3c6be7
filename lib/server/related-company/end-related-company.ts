import { endRelatedCompany as decideEnd } from '#lib/domain/related-company/related-company.ts';
import { type EndRelatedCompanyInput, endRelatedCompanyInput } from '#lib/schemas/related-company.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { plainDateFromDate, toUtcDate } from '#lib/shared/plain-date.ts';
import { forbidden } from '#lib/shared/problem.ts';

/** Says from which day a company is no longer related to its provider. What was found in outcomes before stays. */
export const endRelatedCompany = defineCommand({
  name: 'relatedCompany.end',
  mandates: ['agreementAdmin'],
  input: endRelatedCompanyInput,
  async lock(tx, { companyId }: EndRelatedCompanyInput) {
    await tx.$queryRaw`SELECT 1 FROM related_company WHERE id = ${companyId}::uuid FOR UPDATE`;
    const company = await tx.relatedCompany.findUnique({ where: { id: companyId } });
    if (company === null) return null;
    const { id, providerId, from, to } = company;
    return { id, providerId, from: plainDateFromDate(from), to: to === null ? null : plainDateFromDate(to) };
  },
  version: () => null,
  guard: (_, __, { actor }) => (actor.kind === 'person' ? null : forbidden()),
  stepUp: () => null,
  decide: (company, { to }, { today }) => decideEnd(company, to, today),
  async write(tx, to, { id, providerId }, { actor, now }) {
    if (actor.kind !== 'person') throw new Error('Only persons end companies');
    await tx.relatedCompany.update({
      where: { id },
      data: { to: toUtcDate(to), endedByPersonId: actor.personId, endedAt: now },
    });
    return { companyId: id, providerId };
  },
  audit: ({ companyId, providerId }, to) => ({
    type: 'relatedCompany',
    id: companyId,
    participantIds: [],
    detail: { providerId, to },
  }),
});
