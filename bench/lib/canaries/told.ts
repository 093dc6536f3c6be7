import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The text of every file below a folder, and of those that are named: logs, mails that were caught. */
export function filesBelow(
  folder: string,
  ...more: readonly string[]
): readonly { readonly file: string; readonly text: string }[] {
  return [
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
    ...more,
  ]
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

/** What a mail says, without whom it goes to: an address is a canary that its own person may hear. */
export function saidInMail(text: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the mail sink's own file
  const { subject, text: body } = JSON.parse(text) as { readonly subject: string; readonly text: string };
  return `${subject}\n${body}`;
}
