import type { AreaOffice } from '#lib/domain/choice/choice-provider.ts';
import { type GroundInput, loadChoiceGround, loadGroundOffices } from '#lib/server/choice/choice-ground.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE } from '#lib/server/participant/own-participant.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type CompareView = {
  readonly participantId: string;
  readonly today: PlainDate;
  /** In the order they were picked. */
  readonly offices: readonly AreaOffice[];
};

/** A few offices side by side. What is not, or is no longer, to be chosen is left out. */
export const compareOffices = defineQuery({
  name: 'choice.compare',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(
    tx,
    input: GroundInput & { readonly officeIds: readonly string[] },
    context,
  ): Promise<CompareView | null> {
    const ground = await loadChoiceGround(tx, input, context);
    if (ground === null) return null;
    const { today } = context;
    const { participantId } = ground.situation;
    if (ground.kind === 'nothing' || ground.kind === 'noSwitch') return { participantId, today, offices: [] };
    const open = (await loadGroundOffices(tx, ground, context)).filter((o) => o.closedBecause === null);
    const offices = input.officeIds.flatMap((id) => open.find(({ officeId }) => officeId === id) ?? []);
    return { participantId, today, offices };
  },
  reads: ({ participantId }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});
