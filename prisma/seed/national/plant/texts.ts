import type { ToldDocument } from '#prisma/seed/national/documents.ts';
import type { Planted } from '#prisma/seed/national/plant/planted.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import { sentencesAbout } from '#prisma/seed/national/texts.ts';

/** Of a thousand documents in words, and how many are one planting. */
const COPIED = { permille: 25, size: 4 };

/**
 * Copied texts in final reports and in deviation reports: one text goes round, with the name changed and here and there a word.
 * Beside them some that share most of their sentences: written apart, about the same kind of thing.
 */
export function makeCopier(random: Random): (documents: readonly ToldDocument[]) => readonly Planted[] {
  const due = { finalReport: COPIED.size, deviationReport: COPIED.size };
  return (documents) =>
    (['finalReport', 'deviationReport'] as const).flatMap((kind) => {
      const own = random.shuffled(
        documents.filter((one) => one.kind === kind && !one.stay.participant.protected),
      );
      due[kind] += (own.length * COPIED.permille) / 1000;
      if (due[kind] < COPIED.size) return [];
      const group = differentPeople(own).slice(0, random.int(3, 6));
      if (group.length < 3) return [];
      due[kind] -= group.length;
      return [
        ...goRound(group, random),
        ...halfAlike(differentPeople(own).slice(group.length, group.length + 2), random),
      ];
    });
}

/** One document of each participant: who is written about twice may be written about alike. */
function differentPeople(documents: readonly ToldDocument[]): readonly ToldDocument[] {
  return [...new Map(documents.map((one) => [one.stay.participant.id, one])).values()];
}

function goRound(group: readonly ToldDocument[], random: Random): readonly Planted[] {
  const original = sentencesAbout('NAMN', 7, random).join(' ');
  for (const document of group) setText(document, changed(original, document, random));
  return group.map(({ id, kind }) => ({
    code: 'COPIED_TEXT',
    subject: 'document',
    id,
    way: kind === 'finalReport' ? 'in final reports' : 'in deviation reports',
    kind: 'fault',
  }));
}

/** The text with the name of who it is about, and every now and then another word at its end. */
function changed(text: string, { stay }: ToldDocument, random: Random): string {
  const named = nameFor(text, stay.participant.given);
  return random.chance(0.5)
    ? named
    : `${named} ${random.one(['Mer finns i loggen.', 'Fler samtal är bokade.', 'Se planen.'])}`;
}

/** In a text where the name stands often, each change of it is a difference: who copies says "deltagaren". */
function nameFor(text: string, given: string): string {
  let nth = 0;
  return text.replaceAll('NAMN', () => {
    nth += 1;
    return nth === 1 ? given : 'deltagaren';
  });
}

function halfAlike(pair: readonly ToldDocument[], random: Random): readonly Planted[] {
  if (pair.length < 2) return [];
  const shared = sentencesAbout('deltagaren', 5, random);
  for (const document of pair) {
    const own = sentencesAbout(document.stay.participant.given, 2, random);
    setText(document, [...shared, ...own].join(' '));
  }
  return pair.map(({ id }) => ({
    code: 'COPIED_TEXT',
    subject: 'document',
    id,
    way: 'most of the sentences',
    kind: 'nearMiss',
  }));
}

function setText(document: ToldDocument, text: string): void {
  if (document.kind === 'finalReport') {
    document.content = { ...document.content, progress: text };
    return;
  }
  const { content } = document;
  const place = 'problem' in content.followUp ? 'problem' : 'reason';
  document.content = { ...content, followUp: { ...content.followUp, [place]: text } };
}
