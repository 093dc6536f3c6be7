import path from 'node:path';
import { filesOf, sourceOf } from '#lib/server/testing/walls/entry-points.ts';

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/g;

/** What reaches rows of the database without a command or a query in between. */
const BARE = /\b(?:inTransaction|\$queryRaw|\$executeRaw|\$transaction)\b|\bdatabase\(\)\.|openDatabase\(/;

/** Passing the connection to one of these is what a command or query is for. */
const THROUGH = /\b(?:ask|execute|load|loadAttempt|keepAttempt|actorFromRequest)\(/;

/** A file of `app` that takes rows from the database otherwise than by a command or query; null where none does. */
export function bareReach(source: string): string | null {
  const bare = BARE.exec(source);
  if (bare !== null) return bare[0];
  const connection = /\bdatabase\(\)/.test(source);
  return connection && !THROUGH.test(source) ? 'database()' : null;
}

/** All files of `app` that do. */
export function bareFiles(): readonly string[] {
  return filesOf('app/**/*.{ts,tsx}').filter(
    (file) => !/\.i?test\.tsx?$/.test(file) && bareReach(sourceOf(file)) !== null,
  );
}

/** A page or route with everything of `app` that it is made of: the same file may stand behind several doors. */
export function filesBehind(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier] of sourceOf(file).matchAll(IMPORT)) {
    if (specifier?.startsWith('.') === true && /\.tsx?$/.test(specifier))
      filesBehind(path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)), seen);
    if (specifier?.startsWith('#app/') === true) filesBehind(specifier.slice(1), seen);
  }
  return seen;
}

const ASKS_WHO = /\b(?:requireActor|actorFromRequest|commandRoute|queryRoute|apiRoute)\b/;

/** The modules of the server that a file takes something from. */
function serverModulesOf(file: string): readonly string[] {
  return [...sourceOf(file).matchAll(IMPORT)].flatMap(([, specifier]) =>
    specifier?.startsWith('#lib/server/') === true ? [specifier.slice(1)] : [],
  );
}

/** Whether anything behind a page or route asks who it is, or takes what answers from a module that does. */
export function asksWho(file: string): boolean {
  return [...filesBehind(file)].some((behind) =>
    [behind, ...serverModulesOf(behind)].some((source) => ASKS_WHO.test(sourceOf(source))),
  );
}
