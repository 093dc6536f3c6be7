import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { z } from 'zod';
import { findJsonFile, writeJsonFile } from '#lib/server/json-file.ts';

const storedMail = z.object({
  id: z.string(),
  messageId: z.string(),
  receivedAt: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
});

export type StoredMail = z.infer<typeof storedMail>;

const mostKept = 500;
const idPattern = /^\d{15}-[0-9a-f]{8}$/;

/** The mails that arrived, one file each, the newest five hundred. */
export class MailStore {
  readonly #folder: string;
  #mails: StoredMail[];

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#folder = folder;
    this.#mails = readdirSync(folder)
      .filter((name) => name.endsWith('.json') && idPattern.test(name.slice(0, -5)))
      .toSorted()
      .map((name) => findJsonFile(path.join(folder, name), storedMail))
      .filter((mail) => mail !== undefined);
  }

  /** Keeps a mail as it came over the line. One that was sent again (the same Message-ID) is kept once. */
  async add(raw: Buffer, envelope: { from: string; to: readonly string[] }, now: Date): Promise<void> {
    const parsed = await PostalMime.parse(raw);
    const messageId = parsed.messageId ?? '';
    if (messageId !== '' && this.#mails.some((mail) => mail.messageId === messageId)) return;
    const mail: StoredMail = {
      id: `${String(now.getTime()).padStart(15, '0')}-${crypto.randomUUID().slice(0, 8)}`,
      messageId,
      receivedAt: now.toISOString(),
      from: envelope.from,
      to: [...envelope.to],
      subject: parsed.subject ?? '',
      text: parsed.text ?? parsed.html ?? '',
    };
    writeJsonFile(this.#fileOf(mail.id), mail);
    this.#mails.push(mail);
    for (const old of this.#mails.splice(0, Math.max(0, this.#mails.length - mostKept))) {
      rmSync(this.#fileOf(old.id), { force: true });
    }
  }

  /** Newest first; `words` all have to stand in address, subject or text. */
  list(words: string): readonly StoredMail[] {
    const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
    return this.#mails
      .filter((mail) => {
        const text = `${mail.to.join(' ')} ${mail.from} ${mail.subject} ${mail.text}`.toLocaleLowerCase('sv');
        return wanted.every((word) => text.includes(word));
      })
      .toReversed();
  }

  find(id: string): StoredMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  #fileOf(id: string): string {
    return path.join(this.#folder, `${id}.json`);
  }
}
