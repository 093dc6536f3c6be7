import type { SwitchReceipt } from '#lib/domain/provider-switch/switch-receipt.ts';
import { helpWith } from '#lib/server/assistance/own-help.ts';
import { type ChooserInput, chooserOf } from '#lib/server/choice/chooser.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE } from '#lib/server/participant/own-participant.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { isUuid } from '#lib/shared/uuid.ts';

type Row = Omit<SwitchReceipt, 'effectiveOn' | 'to' | 'canBeUndone' | 'help'> & {
  readonly effectiveOn: string;
  readonly to: string;
};

/** What was switched, from whom to whom and when; also after it was undone. */
export const showSwitchReceipt = defineQuery({
  name: 'providerSwitch.showReceipt',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(
    tx,
    input: ChooserInput & { readonly switchId: string },
    { actor, today },
  ): Promise<SwitchReceipt | null> {
    const chooser = chooserOf(actor, input);
    if (chooser === null || !isUuid(input.switchId)) return null;
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT w.id AS "switchId", w.version, w.participant_id AS "participantId", w.decided_at AS "decidedAt",
        w.effective_on::text AS "effectiveOn", w.undone_at AS "undoneAt", w.share_plan AS "sharePlan",
        w.share_final_report AS "shareFinalReport", a.name AS "fromProvider", b.name AS "toProvider", o.street, o.place,
        o.phone, o.opening_hours AS "openingHours", n."to"::text AS "to"
      FROM provider_switch w JOIN placement f ON f.id = w.from_placement_id JOIN provider a ON a.id = f.provider_id
        JOIN placement n ON n.id = w.to_placement_id JOIN provider b ON b.id = n.provider_id JOIN office o ON o.id = n.office_id
      WHERE w.id = ${input.switchId}::uuid AND w.participant_id = ${chooser.participantId}::uuid`;
    if (row === undefined) return null;
    const effectiveOn = plainDate(row.effectiveOn);
    return {
      ...row,
      effectiveOn,
      to: plainDate(row.to),
      help: await helpWith(tx, { switchId: row.switchId }),
      canBeUndone: row.undoneAt === null && today < effectiveOn,
    };
  },
  reads: ({ switchId, participantId }) => ({
    type: 'providerSwitch',
    id: switchId,
    participantIds: [participantId],
  }),
});
