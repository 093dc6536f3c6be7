import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from '#lib/server/command/command.ts';
import type { Query } from '#lib/server/command/query.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { discardDocumentDraft, saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import type { DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { documentPage } from '#lib/server/document/document-page.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { queues } from '#lib/server/jobs/queues.ts';

const ROOT = path.join(import.meta.dirname, '../../../..');

// What a stage takes differs from one to the next; whoever calls them makes up input by the schema.
export type AnyCommand = Command<unknown, unknown, unknown, unknown>;
export type AnyQuery = Query<unknown, unknown>;

export type EntryPoint =
  | { readonly kind: 'page'; readonly name: string; readonly path: string; readonly file: string }
  | {
      readonly kind: 'route';
      readonly name: string;
      readonly path: string;
      readonly methods: readonly string[];
      readonly file: string;
    }
  | { readonly kind: 'command'; readonly name: string; readonly file: string; readonly command: AnyCommand }
  | { readonly kind: 'query'; readonly name: string; readonly file: string; readonly query: AnyQuery }
  | { readonly kind: 'job'; readonly name: string; readonly file: string };

export type UseCase = Extract<EntryPoint, { kind: 'command' | 'query' }>;

/** Every way into the portal, found in the code: nothing is listed by hand. Paths are relative to the repository. */
export async function listEntryPoints(): Promise<readonly EntryPoint[]> {
  return [...listPages(), ...listRoutes(), ...(await listUseCases()), ...listJobs()];
}

export function listPages(): readonly Extract<EntryPoint, { kind: 'page' }>[] {
  return filesOf('app/**/page.tsx').map((file) => {
    const address = addressOf(file);
    return { kind: 'page', name: address, path: address, file };
  });
}

export function listRoutes(): readonly Extract<EntryPoint, { kind: 'route' }>[] {
  return filesOf('app/**/route.{ts,tsx}').map((file) => {
    const address = addressOf(file);
    return { kind: 'route', name: address, path: address, methods: methodsOf(sourceOf(file)), file };
  });
}

export function listJobs(): readonly Extract<EntryPoint, { kind: 'job' }>[] {
  return Object.keys(queues).map((name) => ({ kind: 'job', name, file: 'lib/server/jobs/handlers.ts' }));
}

/** The HTTP methods that a route handler's source exports, in whatever way it does. */
export function methodsOf(source: string): readonly string[] {
  const exported = [
    ...source.matchAll(/export\s+(?:async\s+)?(?:const|function)\s+([A-Z]+)\b/g),
    ...[...source.matchAll(/export\s+(?:const\s+)?\{([^}]*)\}/g)].flatMap((group) => [
      ...(group[1] ?? '').matchAll(/\b([A-Z]+)\b/g),
    ]),
  ].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) =>
    exported.includes(method),
  );
}

/** `app/(public)/code/page.tsx` is `/code`: a group in parentheses is no part of the address. */
function addressOf(file: string): string {
  const segments = path.posix.dirname(file).split('/').slice(1);
  return `/${segments.filter((segment) => !segment.startsWith('(')).join('/')}`;
}

const NOT_PRODUCT = /\.i?test\.ts$|\/testing\/|\/generated\/|-(?:thread|child)\.ts$/;

/** All commands and queries, as the values that the modules of `lib/server` export, alone or within an object or array. */
export async function listUseCases(): Promise<readonly UseCase[]> {
  const found = new Map<unknown, UseCase | null>();
  for (const file of filesOf('lib/server/**/*.ts').filter((name) => !NOT_PRODUCT.test(name))) {
    for (const value of Object.values(await modulesExports(file))) collect(value, file, found, 0);
  }
  return [...found.values()]
    .filter((useCase) => useCase !== null)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/** Modules that need the framework around them cannot be read outside it: none of them may define a use case. */
async function modulesExports(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(path.join(ROOT, file))) as Record<string, unknown>;
  } catch (error) {
    const ofTheFramework = error instanceof Error && /next\/(?:headers|navigation)/.test(error.message);
    if (ofTheFramework && !/define(?:Command|Query)\b/.test(sourceOf(file))) return {};
    throw error;
  }
}

function collect(value: unknown, file: string, found: Map<unknown, UseCase | null>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 3 || found.has(value)) return;
  if (isCommand(value)) found.set(value, { kind: 'command', name: value.name, file, command: value });
  else if (isQuery(value)) found.set(value, { kind: 'query', name: value.name, file, query: value });
  else if (isDocumentKind(value)) {
    found.set(value, null);
    for (const made of useCasesOf(value)) collect(made, file, found, depth);
  } else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
    for (const inner of Object.values(value)) collect(inner, file, found, depth + 1);
}

function isCommand(value: object): value is AnyCommand {
  return hasMandates(value) && 'lock' in value && 'write' in value && 'input' in value;
}

function isQuery(value: object): value is AnyQuery {
  return hasMandates(value) && 'run' in value && 'reads' in value;
}

type AnyDocumentKind = DocumentKindDefinition<unknown, unknown, unknown, unknown, unknown>;

function isDocumentKind(value: object): value is AnyDocumentKind {
  return 'kind' in value && 'submitters' in value && 'valuesOf' in value;
}

/** A kind of document has its commands and queries made from its definition, where routes and pages are. */
function useCasesOf(kind: AnyDocumentKind): readonly object[] {
  return [
    submitDocument(kind),
    saveDocumentDraft(kind),
    discardDocumentDraft(kind),
    decideDocument(kind),
    documentForm(kind),
    documentPage(kind),
    ...Object.values(documentSteps(kind)),
  ];
}

function hasMandates(value: object): boolean {
  return 'name' in value && 'mandates' in value && Array.isArray(value.mandates);
}

/** Files by a pattern, those in folders with a dot before their name too, which `**` alone passes by. */
export function filesOf(pattern: string): readonly string[] {
  return globSync([pattern, pattern.replace('**/', '**/.*/**/')], { cwd: ROOT }).toSorted();
}

export function sourceOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}
