import type { GivenHelp, HelpLetter } from '#lib/domain/assistance/helped.ts';
import { findHelped } from '#lib/server/assistance/find-helped.ts';
import { givenHelpColumns, givenHelpFrom } from '#lib/server/assistance/given-help-sql.ts';
import { HELP_PURPOSE } from '#lib/server/assistance/on-behalf.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { addDays, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';
import { isUuid } from '#lib/shared/uuid.ts';

type Row = GivenHelp &
  Pick<HelpLetter, 'street' | 'place' | 'phone' | 'openingHours' | 'letterBy'> & {
    readonly from: string;
    readonly to: string;
    readonly effectiveOn: string | null;
    readonly sharePlan: boolean | null;
    readonly shareFinalReport: boolean | null;
  };

type Input = { readonly participantId: string; readonly assistanceId: string };

/** The letter that tells a participant what was done for them. It says what was done then, whatever happened later. */
export const showLetter = defineQuery<Input, HelpLetter & { readonly today: PlainDate }>({
  name: 'assistance.showLetter',
  mandates: ['caseworker'],
  purpose: HELP_PURPOSE,
  async run(tx, { participantId, assistanceId }, { today }) {
    const helped = await findHelped(tx, participantId);
    if (helped === null || !isUuid(assistanceId)) return null;
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT ${givenHelpColumns}, o.street, o.place, o.phone, o.opening_hours AS "openingHours", l."from"::text, l."to"::text,
        w.effective_on::text AS "effectiveOn", w.share_plan AS "sharePlan", w.share_final_report AS "shareFinalReport",
        (SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = a.letter_by_person_id) AS "letterBy"
      ${givenHelpFrom} JOIN office o ON o.id = l.office_id LEFT JOIN provider_switch w ON w.id = a.switch_id AND a.kind = 'switch'
      WHERE a.id = ${assistanceId}::uuid AND a.participant_id = ${participantId}::uuid`;
    if (row === undefined) return null;
    const { sharePlan, shareFinalReport, effectiveOn, ...said } = row;
    const shared = { plan: sharePlan === true, finalReport: shareFinalReport === true };
    return {
      ...said,
      today,
      helped,
      from: plainDate(row.from),
      to: plainDate(row.to),
      shared: effectiveOn === null ? null : shared,
      undoUntil: effectiveOn === null ? null : addDays(plainDate(effectiveOn), -1),
    };
  },
  reads: ({ id, helped: { participantId } }) => ({ type: 'assistance', id, participantIds: [participantId] }),
});
