import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeJsonFile } from '#lib/server/json-file.ts';
import type { DemoPerson } from '#prisma/seed/people/seed-person.ts';

export type DemoFile = {
  readonly persons: readonly DemoPerson[];
  readonly apiClient?: { readonly clientId: string; readonly clientSecret: string };
};

/** Tells the demo's identity provider whom it may log in; readable by us alone. */
export function writeDemoFile(dataDir: string, content: DemoFile): void {
  mkdirSync(dataDir, { recursive: true });
  writeJsonFile(path.join(dataDir, 'demo.json'), content);
}
