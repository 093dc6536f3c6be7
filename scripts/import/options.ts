import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultErrorsFile } from '#lib/server/import/import-faults.ts';
import { messageOf, OperatorFault } from '#lib/server/operator-fault.ts';

const WHAT = ['providers', 'placements', 'reports', 'income', 'related-companies'] as const;

export type ImportOptions = {
  readonly what: (typeof WHAT)[number];
  readonly file: string;
  readonly dryRun: boolean;
  readonly allOrNothing: boolean;
  readonly approve: boolean;
  readonly errorsFile: string;
};

const USAGE = `Så här importeras en fil:

  npm run import -- providers FIL           avtal och leverantörer
  npm run import -- placements FIL          beslut och placeringar
  npm run import -- reports FIL             periodiska rapporter
  npm run import -- income FIL              utbetald lön, som underlag för resultat
  npm run import -- related-companies FIL   företag närstående leverantörer

  --dry-run          läs filen och säg vad som är fel, men spara ingenting
  --errors SÖKVÄG    var felaktiga rader skrivs (annars FIL.errors.csv)
  --all-or-nothing   spara ingenting om någon rad är fel
  --approve          rapporter: ta in dem som godkända`;

/** The options of `npm run import`; paths are meant from the folder where the command was typed. */
export function readOptions(args: readonly string[], folder: string): ImportOptions {
  const { values, positionals } = parsed(args);
  const what = WHAT.find((known) => known === positionals[0]);
  const [, file, surplus] = positionals;
  if (what === undefined || file === undefined || surplus !== undefined) throw new OperatorFault(USAGE);
  if (values.approve && what !== 'reports') {
    throw new OperatorFault(`--approve gäller bara rapporter.\n\n${USAGE}`);
  }
  const resolved = path.resolve(folder, file);
  return {
    what,
    file: resolved,
    dryRun: values['dry-run'],
    allOrNothing: values['all-or-nothing'],
    approve: values.approve,
    errorsFile: errorsFileOf(values.errors, resolved, folder),
  };
}

function errorsFileOf(given: string | undefined, file: string, folder: string): string {
  const errorsFile = given === undefined ? defaultErrorsFile(file) : path.resolve(folder, given);
  if (errorsFile === file)
    throw new OperatorFault('Felaktiga rader kan inte skrivas över filen som läses. Ange en annan --errors.');
  return errorsFile;
}

function parsed(args: readonly string[]): ReturnType<typeof parseStrictly> {
  try {
    return parseStrictly(args);
  } catch (error) {
    throw new OperatorFault(`${messageOf(error)}\n\n${USAGE}`);
  }
}

function parseStrictly(args: readonly string[]): {
  values: { 'dry-run': boolean; 'all-or-nothing': boolean; approve: boolean; errors?: string };
  positionals: string[];
} {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      'all-or-nothing': { type: 'boolean', default: false },
      approve: { type: 'boolean', default: false },
      errors: { type: 'string' },
    },
  });
}
