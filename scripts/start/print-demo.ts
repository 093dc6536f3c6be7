import path from 'node:path';
import { z } from 'zod';
import { findJsonFile } from '#lib/server/json-file.ts';

const demo = z.object({ apiClient: z.object({ clientId: z.string(), clientSecret: z.string() }).optional() });

/** How a provider's system gets in: the demo's own client, for `POST /api/oauth/token`. */
export function printDemoClient(dataDir: string): void {
  const client = findJsonFile(path.join(dataDir, 'demo.json'), demo)?.apiClient;
  if (client !== undefined) console.log(`API client: ${client.clientId} ${client.clientSecret}`);
}
