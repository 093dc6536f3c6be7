import { seedOf } from '#lib/domain/choice/assign-nearest.ts';
import { choicesIn } from '#lib/domain/choice/choice-filter.ts';
import { listForChoice, namedElsewhere, relaxationsOf } from '#lib/domain/choice/choice-list.ts';
import { farFromAll, reachMetres } from '#lib/domain/choice/white-spot.ts';
import type { ChoiceListView } from '#lib/domain/choice/choice-list-page.ts';
import type { ChoiceFilterQuery } from '#lib/schemas/choice.ts';
import { type GroundInput, loadChoiceGround, loadGroundOffices } from '#lib/server/choice/choice-ground.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE } from '#lib/server/participant/own-participant.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';

const CARDS_PER_PAGE = 10;

export type ChoiceListInput = ChoiceFilterQuery & GroundInput;

/** The list of providers that a participant chooses from, in their own order and by their own filter. */
export const listChoice = defineQuery({
  name: 'choice.list',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, input: ChoiceListInput, context): Promise<ChoiceListView | null> {
    const { today } = context;
    const ground = await loadChoiceGround(tx, input, context);
    if (ground === null) return null;
    if (ground.kind === 'nothing' || ground.kind === 'noSwitch') return { today, ground, list: null };
    const offices = (await loadGroundOffices(tx, ground, context)).filter((o) => o.closedBecause === null);
    const seed = seedOf(ground.situation.participantId, today);
    const fitting = listForChoice(offices, input.filter, seed);
    const pages = Math.max(1, Math.ceil(fitting.length / CARDS_PER_PAGE));
    const page = Math.min(input.page, pages);
    const list = {
      cards: fitting.slice((page - 1) * CARDS_PER_PAGE, page * CARDS_PER_PAGE),
      page,
      pages,
      total: fitting.length,
      open: offices.length,
      relaxations: fitting.length === 0 ? relaxationsOf(offices, input.filter) : [],
      namedElsewhere: namedElsewhere(offices, input.filter),
      far: farFromAll(offices, reachMetres(await termsInForce(tx, today))),
      ...choicesIn(offices),
    };
    return { today, ground, list };
  },
  reads: ({ ground }) => ({
    type: 'participant',
    id: ground.situation.participantId,
    participantIds: [ground.situation.participantId],
  }),
});
