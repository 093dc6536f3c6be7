import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeForm, readForm } from '#lib/server/http/form-data.ts';

const schema = z.object({
  month: z.string(),
  jobSuggestions: z.number().int(),
  languageSupport: z.string().nullable(),
  shared: z.boolean(),
  note: z.string().optional(),
  rows: z.array(
    z.object({ activity: z.string(), form: z.enum(['onSite', 'video']).nullable(), minutes: z.number() }),
  ),
});

describe('a form becomes the input that its schema describes', () => {
  it('reads paths, numbers, boxes and empty fields', () => {
    const { values } = readForm(
      'month=2026-10&jobSuggestions=3&languageSupport=&shared=on&rows.0.activity=mapping&rows.0.form=onSite&rows.0.minutes=60&rows.1.activity=ownWork&rows.1.form=&rows.1.minutes=15',
    );
    expect(schema.parse(decodeForm(schema, values))).toEqual({
      month: '2026-10',
      jobSuggestions: 3,
      languageSupport: '',
      shared: true,
      rows: [
        { activity: 'mapping', form: 'onSite', minutes: 60 },
        { activity: 'ownWork', form: null, minutes: 15 },
      ],
    });
  });

  it('takes an unticked box as no, and no rows as none', () => {
    expect(decodeForm(schema, { month: '2026-10' })).toMatchObject({ shared: false, rows: [] });
  });

  it('takes what is typed beside a choice before it, and the choice where nothing is', () => {
    expect(readForm('minutes=60&minutes=').values).toEqual({ minutes: '60' });
    expect(readForm('minutes=60&minutes=75').values).toEqual({ minutes: '75' });
    expect(readForm('minutes=').values).toEqual({ minutes: '' });
  });

  it('orders rows by number, not by text', () => {
    const values = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`rows.${n}.activity`, `a${n}`]));
    const { rows } = decodeForm(schema, values) as { rows: { activity: string }[] };
    expect(rows.map(({ activity }) => activity)).toEqual(Array.from({ length: 12 }, (_, n) => `a${n}`));
  });

  it('leaves what is not a number for the schema to refuse', () => {
    expect(schema.safeParse(decodeForm(schema, { month: '2026-10', jobSuggestions: 'tre' })).success).toBe(
      false,
    );
  });

  it('keeps idempotency key and the way back out of the values', () => {
    expect(readForm('idempotencyKey=k&back=%2Fa&x=1')).toEqual({
      values: { x: '1' },
      idempotencyKey: 'k',
      back: '/a',
    });
  });

  it('never throws and never touches prototypes, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(
            fc.string(),
            fc.constantFrom('__proto__.x', 'rows.__proto__.a', 'rows', 'rows.0', 'constructor.prototype.y'),
          ),
          fc.string(),
        ),
        (values) => {
          decodeForm(schema, values);
          expect(({} as Record<string, unknown>)['x']).toBeUndefined();
        },
      ),
    );
  });
});
