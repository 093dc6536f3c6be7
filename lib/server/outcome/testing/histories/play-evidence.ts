import { createHash } from 'node:crypto';
import type { Actor } from '#lib/domain/actor/actor.ts';
import type { EvidencePage } from '#lib/domain/evidence/evidence-page.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask } from '#lib/server/command/query.ts';
import { onDay } from '#lib/server/effect/testing/posted-by-run.ts';
import { addEvidence } from '#lib/server/evidence/add-evidence.ts';
import { answerConfirmation } from '#lib/server/evidence/answer-confirmation.ts';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import { judgeEvidence } from '#lib/server/evidence/judge-evidence.ts';
import { employerOf } from '#lib/server/evidence/open-confirmation.ts';
import { reviewEvidence } from '#lib/server/evidence/show-evidence.ts';
import { mailedSecret } from '#lib/server/evidence/testing/mailed-secret.ts';
import { pdfOf } from '#lib/server/evidence/testing/files.ts';
import { loadIncome } from '#lib/server/import/income/load-income.ts';
import { type History, type PlannedSpell, reachOf } from '#lib/server/outcome/testing/histories/history.ts';
import { orgNoOf, type Players } from '#lib/server/outcome/testing/histories/players.ts';
import { monthOf, nextMonth } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Proving = {
  readonly placementId: string;
  readonly outcomeId: string;
  readonly version: number;
  readonly history: History;
  readonly spells: readonly PlannedSpell[];
  /** The last day that a file is to show. */
  readonly last: PlainDate;
  readonly day: PlainDate;
};

/** Hands evidence in, of the kind that the history has, and has a reviewer accept all of it. Gives the day (exclusive) that it reaches. */
export async function proveSpells(players: Players, proving: Proving): Promise<PlainDate | null> {
  const { outcomeId, version, spells, history, day } = proving;
  const reach = reachOf(history.proof, proving.last, day);
  const shown = spells.flatMap((spell, index) => (spell.from <= reach ? [{ spell, index }] : []));
  for (const { spell, index } of shown) await proveOne(players, proving, { spell, index, reach });
  const { items, offered } = await evidenceOf(players, outcomeId, day);
  const waiting = items.filter(({ verdict }) => verdict === null);
  const pieces = waiting.map(({ id }) => ({ evidenceId: id, verdict: 'accept', reason: '' }));
  // Where a month was known before, or nothing had begun by then, there is nothing new to judge.
  if (pieces.length > 0)
    await give(players, judgeEvidence, { outcomeId, version, pieces }, players.reviewer, day);
  return offered.verifiedThrough;
}

async function give<Input, State, Change, Output>(
  players: Players,
  command: Command<Input, State, Change, Output>,
  input: unknown,
  actor: Actor,
  day: PlainDate,
): Promise<Output> {
  const result = await execute(command, input, onDay(players.database, actor, day));
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function evidenceOf(
  { database, reviewer }: Players,
  outcomeId: string,
  day: PlainDate,
): Promise<EvidencePage> {
  const page = await ask(reviewEvidence, { outcomeId }, onDay(database, reviewer, day));
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}

type One = { readonly spell: PlannedSpell; readonly index: number; readonly reach: PlainDate };

async function proveOne(players: Players, proving: Proving, one: One): Promise<void> {
  switch (proving.history.proof) {
    case 'file':
      return await handIn(players, proving, one);
    case 'employer':
      return await confirmed(players, proving, one.index);
    case 'income':
      return await paid(players, proving, one);
    case 'seen':
  }
}

let files = 0;

async function handIn(
  players: Players,
  { outcomeId, history, day }: Proving,
  { spell, index, reach }: One,
): Promise<void> {
  files += 1;
  const content = new Uint8Array(pdfOf(`% ${files}`));
  const input = {
    outcomeId,
    kind: history.type === 'studies' ? 'admission' : 'employmentCertificate',
    spell: String(index),
    from: spell.from,
    through: spell.through !== null && spell.through < reach ? spell.through : reach,
    fileName: 'intyg.pdf',
    mediaType: 'application/pdf',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  await give(players, addEvidence(content), input, players.coach, day);
}

/** The employer gets the link that was mailed, and answers that all is right. */
async function confirmed(players: Players, { outcomeId, day }: Proving, index: number): Promise<void> {
  const contact = { email: 'berit@bageriet.example.se', contactName: 'Berit Berg', locale: 'sv' };
  const question = { outcomeId, employment: String(index), ...contact };
  const { confirmationId } = await give(players, askEmployer, question, players.coach, day);
  const employer = await employerOf(players.database, await mailedSecret(players.owner, confirmationId));
  if (employer === null) throw new Error('The link leads nowhere');
  const answer = { answer: 'confirmed', name: 'Berit Berg', role: 'Föreståndare', speaksFor: true };
  await give(players, answerConfirmation, answer, employer, day);
}

/** The income file tells of pay in each month that is over, from the first of the spell. */
async function paid(
  players: Players,
  { placementId, history, day }: Proving,
  { spell, reach }: One,
): Promise<void> {
  const placement = await players.owner.placement.findUniqueOrThrow({
    where: { id: placementId },
    select: { participant: { select: { person: { select: { identity: true } } } } },
  });
  const hash = placement.participant.person.identity?.identityHash ?? new Uint8Array();
  const until = spell.through !== null && spell.through < reach ? spell.through : reach;
  const months = [];
  for (let month = monthOf(spell.from); month <= monthOf(until); month = nextMonth(month))
    months.push({
      row: months.length + 2,
      identityHash: Buffer.from(hash).toString('hex'),
      organisationNumber: orgNoOf(players, history, spell) ?? '',
      month,
    });
  // Files of the authority are loaded by whoever owns the database, as `npm run import` does.
  const loading = { ...players, database: players.owner };
  await give(loading, loadIncome, { months }, { kind: 'authority-load' }, day);
}
