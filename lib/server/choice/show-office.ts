import type { ChoiceOfficeView } from '#lib/domain/choice/choice-office-view.ts';
import { type GroundInput, loadChoiceGround, loadGroundOffices } from '#lib/server/choice/choice-ground.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE } from '#lib/server/participant/own-participant.ts';

/** One office that a participant looks at before choosing it, or confirms. */
export const showOffice = defineQuery({
  name: 'choice.showOffice',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(
    tx,
    input: GroundInput & { readonly officeId: string },
    context,
  ): Promise<ChoiceOfficeView | null> {
    const ground = await loadChoiceGround(tx, input, context);
    if (ground === null) return null;
    const { today } = context;
    if (ground.kind === 'nothing' || ground.kind === 'noSwitch') {
      return { today, ground, office: null, others: [] };
    }
    const offices = await loadGroundOffices(tx, ground, context);
    const office = offices.find(({ officeId }) => officeId === input.officeId);
    if (office === undefined) return null;
    const others = offices.filter((o) => o.contractId === office.contractId && o !== office);
    return { today, ground, office, others };
  },
  reads: ({ ground }) => ({
    type: 'participant',
    id: ground.situation.participantId,
    participantIds: [ground.situation.participantId],
  }),
});
