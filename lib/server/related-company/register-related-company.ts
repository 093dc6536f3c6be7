import { readRelatedCompany } from '#lib/domain/related-company/related-company.ts';
import {
  type RegisterRelatedCompanyInput,
  registerRelatedCompanyInput,
} from '#lib/schemas/related-company.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { newId } from '#lib/server/ids.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { conflict, forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

type State = { readonly providerId: string; readonly orgNo: string; readonly related: readonly string[] };

/** Writes down that a company is related to a provider: outcomes that come in from now on are held against it. */
export const registerRelatedCompany = defineCommand({
  name: 'relatedCompany.register',
  mandates: ['agreementAdmin'],
  input: registerRelatedCompanyInput,
  async lock(tx, { providerId }: RegisterRelatedCompanyInput): Promise<State | null> {
    const provider = await tx.provider.findUnique({
      where: { id: providerId },
      select: { orgNo: true, relatedCompanies: { where: { to: null }, select: { orgNo: true } } },
    });
    if (provider === null) return null;
    return {
      providerId,
      orgNo: provider.orgNo,
      related: provider.relatedCompanies.map(({ orgNo }) => orgNo),
    };
  },
  version: () => null,
  guard: (_, __, { actor }) => (actor.kind === 'person' ? null : forbidden()),
  stepUp: () => null,
  decide({ orgNo, related }, typed, { today }) {
    const read = readRelatedCompany(typed, orgNo, today);
    if (!read.ok) return err(validationProblem(read.error));
    if (!related.includes(read.value.orgNo)) return read;
    return err(
      conflict([], {
        code: 'relatedAlready',
        title: { sv: 'Företaget står redan som närstående.', en: 'The company is related already.' },
      }),
    );
  },
  async write(tx, { from, ...company }, { providerId }, { actor, now }) {
    if (actor.kind !== 'person') throw new Error('Only persons register companies');
    const companyId = newId();
    await tx.relatedCompany.create({
      data: {
        id: companyId,
        providerId,
        ...company,
        from: toUtcDate(from),
        registeredByPersonId: actor.personId,
        registeredAt: now,
      },
    });
    return { companyId, providerId };
  },
  audit: ({ companyId, providerId }, change) => ({
    type: 'relatedCompany',
    id: companyId,
    participantIds: [],
    detail: { providerId, ...change },
  }),
});
