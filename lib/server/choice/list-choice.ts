import { choicesIn, listForChoice } from '#lib/domain/choice/choice-list.ts';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import type { ChoiceFilterQuery } from '#lib/schemas/choice.ts';
import {
  type ChoiceGround,
  type ChoosingFor,
  loadChoiceGround,
  loadGroundOffices,
} from '#lib/server/choice/choice-ground.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE } from '#lib/server/participant/own-participant.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const CARDS_PER_PAGE = 10;

export type ChoiceListInput = ChoiceFilterQuery & { readonly choosingFor: ChoosingFor };

export type ChoiceListPage = {
  readonly cards: readonly ChoiceProvider[];
  readonly page: number;
  readonly pages: number;
  /** Cards on all pages. */
  readonly total: number;
  /** How many can be chosen before anything is filtered; 0 is a white spot (vit fläck). */
  readonly open: number;
  readonly languages: readonly string[];
  readonly accessibility: readonly string[];
};

export type ChoiceListView = { readonly today: PlainDate; readonly ground: ChoiceGround } & {
  /** Null where there is nothing to choose from: the ground says why. */
  readonly list: ChoiceListPage | null;
};

/** The list of providers that a participant chooses from, in their own order and by their own filter. */
export const listChoice = defineQuery({
  name: 'choice.list',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, input: ChoiceListInput, context): Promise<ChoiceListView | null> {
    const { today } = context;
    const ground = await loadChoiceGround(tx, input.choosingFor, context);
    if (ground === null) return null;
    if (ground.kind === 'nothing' || ground.kind === 'noSwitch') return { today, ground, list: null };
    const offices = (await loadGroundOffices(tx, ground, context)).filter((o) => o.closedBecause === null);
    const seed = `${ground.situation.participantId} ${today}`;
    const fitting = listForChoice(offices, input.filter, seed);
    const pages = Math.max(1, Math.ceil(fitting.length / CARDS_PER_PAGE));
    const page = Math.min(input.page, pages);
    const list = {
      cards: fitting.slice((page - 1) * CARDS_PER_PAGE, page * CARDS_PER_PAGE),
      page,
      pages,
      total: fitting.length,
      open: offices.length,
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
