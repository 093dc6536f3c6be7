import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import type { EvidenceSource } from '#lib/domain/evidence/evidence.ts';
import type { Database } from '#lib/server/db/client.ts';
import {
  expectedInput,
  type PlannedState,
  PROVIDER,
} from '#lib/server/outcome/testing/histories/expected-facts.ts';
import {
  type Below,
  FIRST_CUT_OFF,
  type History,
  makeHistory,
  PLACED_FROM,
  SECOND_CUT_OFF,
} from '#lib/server/outcome/testing/histories/history.ts';
import { playChange, playFirst } from '#lib/server/outcome/testing/histories/play-history.ts';
import type { Players } from '#lib/server/outcome/testing/histories/players.ts';
import { buildDecision } from '#lib/server/testing/builders/decision.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type World = {
  readonly owner: Database;
  readonly app: Database;
  /** Makes and proposes the statements of a cut-off. */
  readonly state: (cutOff: PlainDate) => Promise<void>;
};

export type PlayedHistories = {
  readonly histories: number;
  /** Placements for which something was paid at the first statement, and for which the second changed it. */
  readonly paid: number;
  readonly changed: number;
  /** Pieces of evidence that a reviewer accepted, by where they came from. */
  readonly evidence: Readonly<Record<EvidenceSource, number>>;
  /** What the application posted otherwise than the pure module says. */
  readonly breaches: readonly string[];
};

const AGREEMENTS: Readonly<Record<string, unknown>> = { [krom.id]: krom, [rom2.id]: rom2 };

/** A history through the application's commands: signal, confirmation, report, evidence, decision, change; a statement before and after. */
export async function runHistories(
  { owner, app, state }: World,
  { count, below }: { readonly count: number; readonly below: Below },
): Promise<PlayedHistories> {
  await owner.agreementVersion.createMany({
    data: [{ id: rom2.id, name: rom2.name, document: rom2, publishedAt: new Date('2020-01-01T00:00:00Z') }],
    skipDuplicates: true,
  });
  const office = await buildOffice(owner);
  const { provider } = office;
  // One whose check digit holds: participants may get work at the provider itself.
  await owner.provider.update({ where: { id: provider.id }, data: { orgNo: PROVIDER } });
  const players: Players = {
    database: app,
    owner,
    coach: await buildProviderActor(owner, 'coach', { provider }),
    decider: await buildAuthorityActor(owner, 'caseworker', { caseMandate: 'decide' }),
    reviewer: await buildAuthorityActor(owner, 'reviewer'),
    providerOrgNo: PROVIDER,
  };
  const all: {
    readonly id: string;
    readonly history: History;
    readonly played: Awaited<ReturnType<typeof playFirst>>;
  }[] = [];
  for (let n = 0; n < count; n += 1) {
    const history = makeHistory(below);
    const { level, agreementVersionId } = history;
    const participant = await buildParticipant(owner);
    const decision = await buildDecision(owner, { participant, level, agreementVersionId });
    const { id } = await buildPlacement(owner, { office, decision, from: PLACED_FROM });
    all.push({ id, history, played: await playFirst(players, id, history) });
  }
  const breaches: string[] = [];
  await state(FIRST_CUT_OFF);
  const first = await postedOf(owner);
  for (const { id, history, played } of all)
    breaches.push(...compare(first, id, history, played.state, FIRST_CUT_OFF));
  const after: PlannedState[] = [];
  for (const { id, history, played } of all) after.push(await playChange(players, id, history, played));
  await state(SECOND_CUT_OFF);
  const second = await postedOf(owner);
  for (const [index, { id, history }] of all.entries()) {
    const planned = after[index];
    if (planned !== undefined) breaches.push(...compare(second, id, history, planned, SECOND_CUT_OFF));
  }
  const sums = (posted: Posted, id: string) =>
    JSON.stringify([...(posted.get(id) ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    histories: all.length,
    paid: all.filter(({ id }) => first.has(id)).length,
    changed: all.filter(({ id }) => sums(first, id) !== sums(second, id)).length,
    evidence: await acceptedEvidence(owner),
    breaches,
  };
}

async function acceptedEvidence(owner: Database): Promise<PlayedHistories['evidence']> {
  const count = (source: EvidenceSource) =>
    owner.evidence.count({ where: { source, decisions: { some: { accepted: true } } } });
  return { file: await count('file'), employer: await count('employer'), income: await count('income') };
}

type Posted = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What all statements so far hold for each placement and key, in öre. */
async function postedOf(owner: Database): Promise<Posted> {
  const sums = await owner.statementLine.groupBy({ by: ['placementId', 'key'], _sum: { amountOre: true } });
  const posted = new Map<string, Map<string, number>>();
  for (const { placementId, key, _sum } of sums) {
    const held = posted.get(placementId) ?? new Map<string, number>();
    const amount = Number(_sum.amountOre ?? 0n);
    if (amount !== 0) held.set(key, amount);
    posted.set(placementId, held);
  }
  return posted;
}

function compare(
  posted: Posted,
  id: string,
  history: History,
  planned: PlannedState,
  asOf: PlainDate,
): readonly string[] {
  const { agreement, facts } = expectedInput(history, planned, AGREEMENTS[history.agreementVersionId], asOf);
  const expected = new Map(
    evaluate(agreement, facts).lines.map(({ key, amountOre }) => [key, Number(amountOre)]),
  );
  const got = posted.get(id) ?? new Map<string, number>();
  const same = expected.size === got.size && [...expected].every(([key, amount]) => got.get(key) === amount);
  if (same) return [];
  return [
    `${asOf}: expected ${JSON.stringify([...expected])}, posted ${JSON.stringify([...got])} for ${JSON.stringify({ history, planned })}`,
  ];
}
