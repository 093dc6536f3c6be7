import { describe, expect, it } from 'vitest';
import { readOptions } from '#scripts/import/options.ts';

describe('the options of an import', () => {
  it('name what and which file, from the folder where the command was typed', () => {
    expect(readOptions(['placements', 'files/p.csv'], '/home/anna')).toEqual({
      what: 'placements',
      file: '/home/anna/files/p.csv',
      dryRun: false,
      allOrNothing: false,
      approve: false,
      errorsFile: '/home/anna/files/p.csv.errors.csv',
    });
  });

  it('may stand anywhere', () => {
    const given = [
      '--dry-run',
      'reports',
      '--errors',
      'wrong.csv',
      '/data/r.csv',
      '--approve',
      '--all-or-nothing',
    ];
    expect(readOptions(given, '/home/anna')).toEqual({
      what: 'reports',
      file: '/data/r.csv',
      dryRun: true,
      allOrNothing: true,
      approve: true,
      errorsFile: '/home/anna/wrong.csv',
    });
  });

  it('say how an import is made where they make no sense', () => {
    const wrong = [
      [],
      ['placements'],
      ['people', 'p.csv'],
      ['placements', 'a.csv', 'b.csv'],
      ['placements', 'a.csv', '--dryrun'],
      ['placements', 'a.csv', '--errors'],
      ['placements', 'a.csv', '--approve'],
    ];
    for (const args of wrong)
      expect(() => readOptions(args, '/')).toThrow(/npm run import -- placements FIL/);
    expect(() => readOptions(['placements', 'a.csv', '--errors', './a.csv'], '/')).toThrow(/skrivas över/);
  });
});
