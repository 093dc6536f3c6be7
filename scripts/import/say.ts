import type { ImportOutcome } from '#lib/server/import/import-run.ts';
import type { ImportOptions } from '#scripts/import/options.ts';

const LEAST_MS_BETWEEN = 500;

/** Progress on standard error: on a terminal one line that changes, in a log a line now and then. */
export function progressTo(stream: NodeJS.WriteStream): { say: (line: string) => void; end: () => void } {
  let last = 0;
  let open = false;
  return {
    say(line) {
      const at = performance.now();
      if (!stream.isTTY && at - last < LEAST_MS_BETWEEN) return;
      last = at;
      open = stream.isTTY;
      stream.write(stream.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
    },
    end() {
      if (open) stream.write('\n');
    },
  };
}

/** What came of an import, in a few Swedish lines. */
export function summary(options: ImportOptions, outcome: ImportOutcome): readonly string[] {
  const { rows, created, changed, unchanged, failed, unmatched = 0, ignoredColumns } = outcome;
  const lines: string[] = [];
  if (ignoredColumns.length > 0) lines.push(`Kolumner som inte användes: ${ignoredColumns.join(', ')}.`);
  const counted = `${created} nya, ${changed} ändrade, ${unchanged} oförändrade, ${failed} felaktiga`;
  lines.push(`${rows} rader: ${counted}.`);
  if (unmatched > 0) lines.push(`${unmatched} rader hör inte till något resultat. Av dem sparas ingenting.`);
  if (options.dryRun) lines.push('Provläsning: ingenting är sparat.');
  else if (options.allOrNothing && failed > 0) lines.push('Ingenting är sparat, eftersom någon rad är fel.');
  else if (created + changed === 0) lines.push('Filen ändrade ingenting.');
  if (failed > 0)
    lines.push(`De felaktiga raderna står i ${options.errorsFile}, med vad som är fel och hur det rättas.`);
  return lines;
}
