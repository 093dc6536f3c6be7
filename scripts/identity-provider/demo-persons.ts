import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '#lib/server/operator-fault.ts';

const demoPerson = z.object({
  subject: z.string().min(1),
  name: z.string().min(1),
  role: z.string().min(1),
  organisation: z.string().optional(),
  description: z.string().optional(),
  identityNumber: z.string().regex(/^\d{12}$/),
  locale: z.string().default('sv'),
});
const demoFile = z.object({ persons: z.array(demoPerson) });

export type DemoPerson = z.infer<typeof demoPerson>;
export type DemoPersons = {
  list(): Promise<readonly DemoPerson[]>;
  find(subject: string): Promise<DemoPerson | undefined>;
};

/** The persons of the seed, read again whenever the seed has written the file anew. No file: nobody. */
export function demoPersonsFrom(path: string): DemoPersons {
  let read: { readonly changedAt: number; readonly persons: ReadonlyMap<string, DemoPerson> } | undefined;

  const current = async (): Promise<ReadonlyMap<string, DemoPerson>> => {
    const changedAt = await changeTime(path);
    if (changedAt === undefined) return new Map();
    if (read?.changedAt !== changedAt) {
      const { persons } = demoFile.parse(JSON.parse(await readFile(path, 'utf8')));
      read = { changedAt, persons: new Map(persons.map((person) => [person.subject, person])) };
    }
    return read.persons;
  };

  return {
    list: async () => [...(await current()).values()],
    find: async (subject) => (await current()).get(subject),
  };
}

async function changeTime(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
