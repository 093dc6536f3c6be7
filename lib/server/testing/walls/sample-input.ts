import { homeOf } from '#lib/server/testing/walls/whose-tables.ts';
import type { Holding } from '#lib/server/testing/walls/marks.ts';
import type { Planted } from '#lib/server/testing/walls/plant-rows.ts';
import { SAMPLE_FIELDS } from '#lib/server/testing/walls/sample-fields.ts';

/** A field that is asked for and that no sample knows: the matrix could not lead it to a real row. */
export class UnknownField extends Error {
  readonly field: string;
  constructor(field: string) {
    super(`No sample of ${field}`);
    this.field = field;
  }
}

/** An input, and the identifiers that it has given so far: who is told what they said has not read it. */
export type SampleInput = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly given: ReadonlySet<string>;
};

/**
 * What a command or query is given: whatever field it asks for leads to the row of the holding. `placementId` is the holding's placement;
 * what is no identifier has one sample for all, in {@link SAMPLE_FIELDS}.
 */
export function sampleInput(planted: Planted, holding: Holding, useCase: string): SampleInput {
  const given = new Set<string>();
  const idIn = (table: string): string => {
    const id = idOf(planted, table, holding);
    given.add(id);
    return id;
  };
  const input: Readonly<Record<string, unknown>> = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, field) => (typeof field === 'string' ? valueOf(field) : undefined),
      has: (_, field) =>
        typeof field === 'string' && (field in SAMPLE_FIELDS || identified(planted, field) !== null),
      ownKeys: () => Object.keys(SAMPLE_FIELDS),
      getOwnPropertyDescriptor: (_, field) => ({
        enumerable: true,
        configurable: true,
        value: valueOf(String(field)),
      }),
    },
  );
  // Lists hold the same input once more: as JSON it says what is plain in it.
  const flat = {
    placementId: idOf(planted, 'placement', holding),
    reportId: idOf(planted, 'report', holding),
    version: 1,
  };
  function valueOf(field: string): unknown {
    if (field === 'then') return undefined;
    if (field === 'toJSON') return () => flat;
    if (field in SAMPLE_FIELDS) {
      const sample = SAMPLE_FIELDS[field];
      return typeof sample === 'function' ? sample(idIn, input, useCase) : sample;
    }
    const table = identified(planted, field);
    if (table === null) throw new UnknownField(field);
    return idIn(table);
  }
  return { input, given };
}

/** The table that a field's name leads to: `placementId` and `fromPlacementId` are placements. */
function identified(planted: Planted, field: string): string | null {
  if (!field.endsWith('Id')) return null;
  const words = field
    .slice(0, -2)
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .split('_');
  for (let from = 0; from < words.length; from += 1) {
    const name = words.slice(from).join('_');
    if (planted.tables.some((table) => table.name === name)) return name;
  }
  return null;
}

function idOf(planted: Planted, table: string, holding: Holding): string {
  if (table === 'staff') return String(planted.value('placement', 'coach_person_id', holding));
  if (table === 'agreement') return String(planted.value('decision', 'agreement_version_id', holding));
  if (table === 'reference')
    return String(planted.value('service_period', 'implementation_reference', holding));
  return String(planted.value(table, 'id', homeOf(planted.whose.get(table) ?? 'nobody', holding)));
}
