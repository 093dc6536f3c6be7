import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import type { SampleFile } from '#lib/domain/sampling/sample-file.ts';
import type { SampleFileInput } from '#lib/schemas/sampling.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { loadSampleFile } from '#lib/server/sampling/load-sample-file.ts';

/** A closed cycle's file, to draw it again: whole for the authority, a provider's own part for the provider. */
export const sampleFileOf = defineQuery<SampleFileInput, SampleFile>({
  name: 'sample.file',
  mandates: ['reviewer', 'auditor', ...PROVIDER_ROLES],
  purpose: 'Omdragning av stickprov',
  run: async (tx, { cycleId }, { actor }) => {
    if (actor.kind !== 'person') return null;
    const file = await loadSampleFile(tx, cycleId, actor.providerId);
    return file === null || (actor.providerId !== null && file.reports.length === 0) ? null : file;
  },
  reads: ({ cycle }) => ({ type: 'sampleCycle', id: cycle.id, participantIds: [], detail: {} }),
});
