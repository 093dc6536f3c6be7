import type { UseCase } from '#lib/server/testing/walls/entry-points.ts';
import { type Holding, holdingNames, marksIn } from '#lib/server/testing/walls/marks.ts';
import { maySee } from '#lib/server/testing/walls/may-see.ts';
import { sampleInput, UnknownField } from '#lib/server/testing/walls/sample-input.ts';
import { type Tried, tryCell, type Walls } from '#lib/server/testing/walls/try-cell.ts';
import type { Trying, WallsWorld } from '#lib/server/testing/walls/walls-world.ts';

/** Rows read or written that should not have been: by what, by whom, asking for whose. */
export type Leak = {
  readonly walls: Walls;
  readonly useCase: string;
  readonly who: string;
  readonly asked: Holding;
  readonly did: 'read' | 'wrote';
  readonly table: string;
  readonly whose: Holding;
};

export type Counted = {
  readonly cells: number;
  readonly leaks: readonly Leak[];
  /** How far the cells came; what `answered` for its own rows shows that the others were refused something that is there. */
  readonly came: Readonly<Record<Tried['came'], number>>;
  /** Use cases that answered or wrote somebody's own rows at least once. */
  readonly reached: ReadonlySet<string>;
  /** Fields that no sample knows, each with a use case that asks for it. */
  readonly unknownFields: ReadonlyMap<string, string>;
};

/** What every actor leaves by trying at all: entries that say who tried what, and the key of the try. */
const OF_THE_TRY = new Set(['audit_entry', 'idempotency_key']);

/** Which of the cells: all where nothing is said. */
export type Part = {
  readonly every?: number;
  readonly part?: (useCase: UseCase, trying: Trying, asked: Holding) => boolean;
};

/** Tries every use case as everybody, asking for every holding's rows, with the walls that are to stand. */
export async function tryMatrix(
  world: WallsWorld,
  useCases: readonly UseCase[],
  walls: Walls,
  { every = 1, part = () => true }: Part = {},
): Promise<Counted> {
  const came = { refused: 0, notFound: 0, answered: 0, threw: 0 };
  const leaks = new Map<string, Leak>();
  const reached = new Set<string>();
  const unknownFields = new Map<string, string>();
  let cells = 0;
  let turn = 0;
  for (const useCase of useCases)
    for (const trying of world.actors)
      for (const asked of holdingNames) {
        turn += 1;
        if (turn % every !== 0 || !part(useCase, trying, asked)) continue;
        cells += 1;
        const { tried, found } = await tryOne(world, useCase, { trying, asked, walls });
        came[tried.came] += 1;
        if (tried.came === 'answered' && asked === 'own') reached.add(`${useCase.kind} ${useCase.name}`);
        if (tried.error instanceof UnknownField) unknownFields.set(tried.error.field, useCase.name);
        for (const leak of found) leaks.set(JSON.stringify(leak), leak);
      }
  return { cells, leaks: [...leaks.values()], came, reached, unknownFields };
}

type Cell = { readonly trying: Trying; readonly asked: Holding; readonly walls: Walls };

async function tryOne(
  world: WallsWorld,
  useCase: UseCase,
  { trying: { who, actor }, asked, walls }: Cell,
): Promise<{ readonly tried: Tried; readonly found: readonly Leak[] }> {
  const { input, given } = sampleInput(world.planted, asked, useCase.name);
  const database = walls === 'applicationAlone' ? world.allRows : world.app;
  const tried = await tryCell(database, useCase, input, { actor, walls });
  const leaksOf = (text: string, did: Leak['did']): readonly Leak[] =>
    marksIn(text).flatMap((mark) => {
      const table = world.planted.tables[mark.table - 1]?.name ?? '';
      const whose = world.planted.whose.get(table) ?? 'nobody';
      if (given.has(mark.text) || maySee(actor, mark, { table, whose, useCase: useCase.name })) return [];
      return [
        { walls, useCase: `${useCase.kind} ${useCase.name}`, who, asked, did, table, whose: mark.holding },
      ];
    });
  const written = tried.written.filter(({ table }) => !OF_THE_TRY.has(table));
  return {
    tried,
    found: [...leaksOf(tried.seen, 'read'), ...written.flatMap(({ row }) => leaksOf(row, 'wrote'))],
  };
}
