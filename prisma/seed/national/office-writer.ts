import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { batchesOf } from '#prisma/seed/national/batches.ts';
import type { Bulk } from '#prisma/seed/national/bulk.ts';
import type { Generation } from '#prisma/seed/national/country.ts';
import { documentsOf } from '#prisma/seed/national/documents.ts';
import { type OfficeStory, tellOffice } from '#prisma/seed/national/office-story.ts';
import { outcomesOf } from '#prisma/seed/national/outcomes.ts';
import { listTruth } from '#prisma/seed/national/plant/list-truth.ts';
import { makeOutcomePlanter, relatedOf } from '#prisma/seed/national/plant/outcomes.ts';
import { makePlanter } from '#prisma/seed/national/plant/planter.ts';
import type { Planted } from '#prisma/seed/national/plant/planted.ts';
import { makeCopier } from '#prisma/seed/national/plant/texts.ts';
import type { Office } from '#prisma/seed/national/providers.ts';
import { type Random, randomOf } from '#prisma/seed/national/random.ts';
import { LOG_MONTHS } from '#prisma/seed/national/shape.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';
import { addAnswers } from '#prisma/seed/national/write-answers.ts';
import { addAbsences, addDocument, type Hands } from '#prisma/seed/national/write-documents.ts';
import { addBatch, addHistory, addLog, type Writing } from '#prisma/seed/national/write-months.ts';
import { addOutcome } from '#prisma/seed/national/write-outcomes.ts';
import { addStays } from '#prisma/seed/national/write-stays.ts';

type Given = {
  readonly bulk: Bulk;
  readonly generation: Generation;
  readonly agreement: AgreementVersion;
  readonly reviewers: readonly string[];
  readonly caseworker: string;
};

/** Tells an office's story, plants in it, writes it, and says what is wrong with it. One office is in memory at a time. */
export function officeWriter({ bulk, generation, ...people }: Given) {
  const { seed, days, newId } = generation;
  const { today } = days;
  const planter = makePlanter(seed, days, newId);
  const copy = makeCopier(randomOf(seed, 'copied texts'));
  const plantOutcomes = makeOutcomePlanter(randomOf(seed, 'outcomes'), (provider) =>
    relatedOf(provider, { seed, today }),
  );
  const hands: Hands = { caseworker: people.caseworker, today, newId };
  return (office: Office, stays: readonly Stay[]): readonly Planted[] => {
    const random = randomOf(seed, `writing ${office.id}`);
    const writing: Writing = { ...people, random, newId };
    const story = tellOffice(office, stays, { seed, days, newId, firstTakes: planter.firstTakes(stays) });
    const planted = [...planter.plant(story)];
    planWhatWasDone(story);
    const batches = batchesOf(story, random, newId);
    planted.push(...planter.rush(batches));
    const documents = documentsOf(story, { random, days, newId });
    const outcomes = outcomesOf(story, { random, days, newId });
    const list = [...listTruth(story, batches, planted), ...copy(documents), ...plantOutcomes(outcomes)];
    addStays(bulk, story, { random, today, newId });
    for (const batch of batches) addBatch(bulk, batch, writing);
    addMonths(bulk, story, { writing, hands, random, newId });
    for (const document of documents) addDocument(bulk, document, hands);
    for (const outcome of outcomes) addOutcome(bulk, outcome, newId);
    return list;
  };
}

/** What was done stands in the plan, whoever put it there. */
function planWhatWasDone({ months, plans }: OfficeStory): void {
  for (const { stay, entries } of months) for (const { activity } of entries) plans.get(stay)?.add(activity);
}

type Months = {
  readonly writing: Writing;
  readonly hands: Hands;
  readonly random: Random;
  readonly newId: () => string;
};

/** The log of the months that have one, absences, answers, and the reports of the time before the portal. */
function addMonths(bulk: Bulk, story: OfficeStory, { writing, hands, random, newId }: Months): void {
  for (const month of story.months) {
    if (month.month.ago > LOG_MONTHS && month.sentOn !== null) addHistory(bulk, month, month.sentOn, writing);
    const entryIds = month.dated ? month.entries.map(() => newId()) : [];
    if (month.dated) addLog(bulk, month, entryIds, random);
    addAbsences(bulk, month, hands);
    addAnswers(bulk, month, { entryIds, newId });
  }
}
