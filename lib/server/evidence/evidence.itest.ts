import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { fileStream } from '#lib/server/evidence/file-stream.ts';
import { judgeEvidence } from '#lib/server/evidence/judge-evidence.ts';
import { openEvidenceFile } from '#lib/server/evidence/open-file.ts';
import { reviewEvidence, showEvidence } from '#lib/server/evidence/show-evidence.ts';
import { type EvidenceStage, NOW, openEvidenceStage } from '#lib/server/evidence/testing/evidence-stage.ts';
import { pdfOf } from '#lib/server/evidence/testing/files.ts';
import { withdrawEvidence } from '#lib/server/evidence/withdraw-evidence.ts';
import { correctOutcome } from '#lib/server/outcome/correct-outcome.ts';
import { newId } from '#lib/server/ids.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { confirmationOf, readableOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

let stage: EvidenceStage;
beforeAll(async () => {
  stage = await openEvidenceStage();
});
afterAll(() => stage.close());

const given = async (outcomeId: string, typed: object = {}): Promise<string> => {
  const added = await stage.add(outcomeId, { typed });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return added.value.evidenceId;
};
const errorsOf = (result: Awaited<ReturnType<EvidenceStage['add']>>) =>
  result.ok ? [] : result.error.problem.errors.map(({ pointer, code }) => [pointer, code]);
async function shown(outcomeId: string, actor: ProviderActor = stage.coach) {
  const page = await stage.read(showEvidence, { outcomeId }, { actor, now: NOW });
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}
async function judged(outcomeId: string, pieces: object[], actor = stage.reviewer) {
  const { version } = await stage.owner.outcome.findUniqueOrThrow({ where: { id: outcomeId } });
  return await stage.run(judgeEvidence, { outcomeId, version, pieces }, { actor, now: NOW });
}
const storedFiles = () => stage.owner.evidence.count();

describe('a file', () => {
  it('is stored whole, beside whatever there is, and covers the days that were typed', async () => {
    const { outcomeId } = await stage.claimed();
    const content = pdfOf(`% ${'x'.repeat(2_500_000)}`);
    const added = await stage.add(outcomeId, { content });
    expect(added.ok).toBe(true);
    if (!added.ok) return;
    const { evidenceId } = added.value;
    const chunks: Buffer[] = [];
    for await (const chunk of fileStream(stage.app, stage.coach, evidenceId)) chunks.push(Buffer.from(chunk));
    expect(chunks).toHaveLength(3);
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
    const { items, offered, accepted } = await shown(outcomeId);
    expect(items).toMatchObject([
      { kind: 'paySlip', covers: { from: '2026-03-02', to: '2026-06-01' }, verdict: null },
    ]);
    expect(offered.verifiedThrough).toBe('2026-06-01');
    expect(offered.gaps).toMatchObject([{ from: '2026-06-01', to: '2026-07-11' }]);
    expect(accepted.verifiedThrough).toBeNull();
  });

  it('is handed in once, however often it is sent', async () => {
    const { outcomeId } = await stage.claimed();
    const content = pdfOf('% once');
    const before = await storedFiles();
    const [first, second] = await Promise.all([
      stage.add(outcomeId, { content, key: 'k-once' }),
      stage.add(outcomeId, { content, key: 'k-once' }),
    ]);
    expect(first).toEqual(second);
    expect(await storedFiles()).toBe(before + 1);
    expect(errorsOf(await stage.add(outcomeId, { content }))).toEqual([['/file', 'fileTwice']]);
  });

  it('is the eleventh of nobody, unless one was taken back', async () => {
    const { outcomeId } = await stage.claimed();
    const ids: string[] = [];
    for (let i = 0; i < 10; i += 1) ids.push(await given(outcomeId));
    expect(errorsOf(await stage.add(outcomeId))).toEqual([['/file', 'filesTooMany']]);
    const withdrawn = await stage.run(
      withdrawEvidence,
      { evidenceId: ids[0] },
      { actor: stage.coach, now: NOW },
    );
    expect(withdrawn.ok).toBe(true);
    expect((await stage.add(outcomeId)).ok).toBe(true);
  });

  it.each([
    [{ from: '2026-08-01', through: '2026-08-31' }, ['/from', 'dateInFuture']],
    [{ from: '2026-05-01', through: '2026-04-01' }, ['/through', 'endBeforeStart']],
    [{ kind: 'admission' }, ['/kind', 'kindMissing']],
  ])('with %j is named at its field, and nothing is stored', async (typed, fault) => {
    const { outcomeId } = await stage.claimed();
    const before = await storedFiles();
    expect(errorsOf(await stage.add(outcomeId, { typed }))).toContainEqual(fault);
    expect(await storedFiles()).toBe(before);
  });

  it('is for nobody of another office or provider, and not handed in by administrators', async () => {
    const { outcomeId } = await stage.claimed();
    const evidenceId = await given(outcomeId);
    const stranger = await stage.staff('coach', stage.elsewhere);
    const otherOffice = await stage.staff('reporter', stage.office, [stage.otherOffice]);
    for (const actor of [stranger, otherOffice]) {
      expect((await stage.add(outcomeId, { actor })).ok).toBe(false);
      expect((await stage.read(openEvidenceFile, { evidenceId }, { actor, now: NOW })).ok).toBe(false);
      expect((await stage.run(withdrawEvidence, { evidenceId }, { actor, now: NOW })).ok).toBe(false);
      const chunk = await inTransaction(stage.app, actor, (tx) =>
        tx.evidenceChunk.count({ where: { evidenceId } }),
      );
      expect(chunk).toBe(0);
    }
    const administrator = await stage.staff('providerAdmin');
    expect(await stage.add(outcomeId, { actor: administrator })).toMatchObject({
      error: { problem: { status: 403 } },
    });
  });

  it('is not taken for an outcome that was rejected', async () => {
    const { outcomeId } = await stage.claimed();
    await stage.owner.outcome.update({ where: { id: outcomeId }, data: { status: 'rejected' } });
    expect(await stage.add(outcomeId)).toMatchObject({ error: { problem: { code: 'outcomeRejected' } } });
  });

  it('that is opened stands in the log as read, with whose it is and why', async () => {
    const { outcomeId, placement } = await stage.claimed();
    const evidenceId = await given(outcomeId);
    const opened = await stage.read(openEvidenceFile, { evidenceId }, { actor: stage.reviewer, now: NOW });
    expect(opened).toMatchObject({
      ok: true,
      value: { fileName: 'lön mars.pdf', mediaType: 'application/pdf' },
    });
    const entries = await stage.owner.auditEntry.findMany({
      where: { action: 'evidence.open', subjectId: evidenceId },
    });
    expect(entries).toMatchObject([
      {
        outcome: 'read',
        personId: stage.reviewer.personId,
        participantIds: [placement.participant.id],
        purpose: 'Underlag för resultat',
      },
    ]);
  });
});

describe('what a reviewer thinks of evidence', () => {
  it('gives the day through which it is verified, and tells why a piece is declined', async () => {
    const { outcomeId } = await stage.claimed();
    const early = await given(outcomeId);
    const late = await given(outcomeId, { from: '2026-06-01', through: '2026-07-10' });
    const reason = 'Lönespecifikationen gäller en annan person.';
    const result = await judged(outcomeId, [
      { evidenceId: early, verdict: 'accept', reason: '' },
      { evidenceId: late, verdict: 'decline', reason },
    ]);
    expect(result).toMatchObject({ ok: true, value: { judged: 2 } });
    const { accepted, offered, items } = await shown(outcomeId);
    expect(accepted.verifiedThrough).toBe('2026-06-01');
    expect(offered.verifiedThrough).toBe('2026-06-01');
    expect(items.at(-1)?.verdict).toMatchObject({ accepted: false, reason });
    // A mistake is put right by judging again.
    expect((await judged(outcomeId, [{ evidenceId: late, verdict: 'accept', reason: '' }])).ok).toBe(true);
    expect((await shown(outcomeId)).accepted.verifiedThrough).toBe('2026-07-11');
  });

  it('needs a reason to decline, a piece that stands, and something that is judged', async () => {
    const { outcomeId } = await stage.claimed();
    const evidenceId = await given(outcomeId);
    const codes = async (pieces: object[]) => {
      const result = await judged(outcomeId, pieces);
      return result.ok ? [] : result.error.problem.errors.map(({ code }) => code);
    };
    expect(await codes([{ evidenceId, verdict: 'decline', reason: 'nej' }])).toEqual(['reasonTooShort']);
    expect(await codes([{ evidenceId: newId(), verdict: 'accept', reason: '' }])).toEqual(['evidenceGone']);
    expect(await codes([{ evidenceId, verdict: '', reason: '' }])).toEqual(['nothingJudged']);
  });

  it('keeps a piece from being taken back', async () => {
    const { outcomeId } = await stage.claimed();
    const evidenceId = await given(outcomeId);
    await judged(outcomeId, [{ evidenceId, verdict: 'accept', reason: '' }]);
    const withdrawn = await stage.run(withdrawEvidence, { evidenceId }, { actor: stage.coach, now: NOW });
    expect(withdrawn).toMatchObject({ error: { problem: { code: 'evidenceJudged' } } });
  });

  it('is not asked of whoever handed the outcome in, nor of a version that was not seen', async () => {
    const { outcomeId } = await stage.claimed();
    const evidenceId = await given(outcomeId);
    const pieces = [{ evidenceId, verdict: 'accept', reason: '' }];
    const stale = await stage.run(
      judgeEvidence,
      { outcomeId, version: 7, pieces },
      { actor: stage.reviewer, now: NOW },
    );
    expect(stale).toMatchObject({ error: { problem: { status: 409 } } });
    const coach = await stage.run(
      judgeEvidence,
      { outcomeId, version: 1, pieces },
      { actor: stage.coach, now: NOW },
    );
    expect(coach).toMatchObject({ error: { problem: { status: 403 } } });
  });
});

describe('an outcome that is put right', () => {
  it('keeps its evidence, which covers what is still claimed', async () => {
    const { outcomeId } = await stage.claimed();
    await given(outcomeId);
    const caseworker = await buildAuthorityActor(stage.owner, 'caseworker');
    const spell = { from: '2026-03-02', through: '', extentPercent: '75', employerKind: 'organisation' };
    const typed = {
      type: 'employment',
      from: '2026-03-02',
      signalledOn: '2026-03-03',
      appliedOn: '',
      spells: [{ ...spell, employerOrgNo: '5599458022', employerName: 'Bageriet' }],
    };
    const content = readableOutcome(typed, plainDate('2026-07-10'));
    const input = {
      outcomeId,
      version: 1,
      ...typed,
      confirmed: content === null ? '' : confirmationOf(content),
    };
    const corrected = await stage.run(correctOutcome, input, { actor: caseworker, now: NOW });
    expect(corrected.ok).toBe(true);
    if (!corrected.ok) return;
    const page = await stage.read(
      reviewEvidence,
      { outcomeId: corrected.value.outcomeId },
      { actor: stage.reviewer, now: NOW },
    );
    expect(page).toMatchObject({ ok: true, value: { offered: { verifiedThrough: '2026-06-01' } } });
    expect(await stage.add(outcomeId)).toMatchObject({ error: { problem: { code: 'outcomeNotCurrent' } } });
  });
});
