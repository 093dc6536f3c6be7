import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The link that an employer has got by mail, once it is there. */
export async function mailedLink(folder: string, address: string): Promise<string> {
  const mails = join(folder, 'mail');
  const secrets = (): string[] =>
    readdirSync(mails)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(mails, name), 'utf8')) as { to: string[]; text: string })
      .filter(({ to }) => to.includes(address))
      .map(({ text }) => /\/confirm\/([\w-]{43})/.exec(text)?.[1] ?? '');
  await expect.poll(() => secrets().length, { timeout: 30_000 }).toBe(1);
  return `/confirm/${secrets()[0]}`;
}
