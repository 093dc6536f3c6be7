import { z } from 'zod';

type Tree = { [key: string]: Tree | string };

// `rows.0.minutes` → rows → 0 → minutes. Names with any other shape are taken as they are.
function insert(tree: Tree, name: string, value: string): void {
  const steps = name.split('.');
  let at = tree;
  for (const step of steps.slice(0, -1)) {
    const next = Object.hasOwn(at, step) ? at[step] : undefined;
    if (typeof next === 'object') {
      at = next;
    } else {
      const made: Tree = Object.create(null);
      at[step] = made;
      at = made;
    }
  }
  at[steps.at(-1) ?? name] = value;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let at = schema;
  while (
    at instanceof z.ZodOptional ||
    at instanceof z.ZodNullable ||
    at instanceof z.ZodDefault ||
    at instanceof z.ZodPipe ||
    at instanceof z.ZodReadonly
  ) {
    at = (at instanceof z.ZodPipe ? at.def.in : at.def.innerType) as z.ZodType;
  }
  return at;
}

function accepts(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

/** Brings one field of a form to the type that the schema wants. What does not fit stays text, for the schema to refuse. */
function coerce(schema: z.ZodType, value: Tree | string | undefined): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodBoolean) return value === 'on' || value === 'true' || value === '1';
  if (inner instanceof z.ZodArray) {
    if (value === undefined || typeof value === 'string')
      return value === undefined || value === '' ? [] : [value];
    const element = inner.def.element as z.ZodType;
    return Object.keys(value)
      .toSorted((a, b) => Number(a) - Number(b))
      .map((key) => coerce(element, value[key]));
  }
  if (inner instanceof z.ZodObject) {
    const fields = typeof value === 'object' ? value : {};
    return Object.fromEntries(
      Object.entries(inner.shape)
        .map(([key, field]) => [key, coerce(field as z.ZodType, fields[key])] as const)
        .filter(([, field]) => field !== undefined),
    );
  }
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() === '' && !(inner instanceof z.ZodString)) {
    return accepts(schema, undefined) ? undefined : null;
  }
  if (value === '' && !accepts(schema, '') && accepts(schema, null)) return null;
  if (inner instanceof z.ZodNumber && typeof value === 'string') {
    const number = Number(value.trim().replace(',', '.').replace('−', '-'));
    return Number.isNaN(number) ? value : number;
  }
  return value;
}

export type SubmittedForm = {
  readonly values: Readonly<Record<string, string>>;
  readonly idempotencyKey: string | null;
  /** Path of the page with the form, to go back to when something is wrong. */
  readonly back: string | null;
};

/**
 * The fields of an urlencoded form as they came. Of a name that comes twice (hidden default before a checkbox, quick choices
 * before a field of one's own) the last that holds anything counts.
 */
export function readForm(body: string): SubmittedForm {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (value !== '' || !fields.has(name)) fields.set(name, value);
  }
  const { idempotencyKey, back, ...values } = Object.fromEntries(fields);
  return { values, idempotencyKey: idempotencyKey ?? null, back: back ?? null };
}

/** A form's fields (`rows.0.minutes`) as the input that the schema describes. The schema still decides whether it is right. */
export function decodeForm(schema: z.ZodType, values: Readonly<Record<string, string>>): unknown {
  const tree: Tree = Object.create(null);
  for (const [name, value] of Object.entries(values)) insert(tree, name, value);
  return coerce(schema, tree);
}
