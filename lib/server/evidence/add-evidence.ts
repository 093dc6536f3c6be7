import { MOST_FILES } from '#lib/domain/evidence/evidence.ts';
import { fileProblem } from '#lib/domain/evidence/file-fault.ts';
import { readEvidence, type ReadEvidence } from '#lib/domain/evidence/read-evidence.ts';
import { type AddEvidenceInput, addEvidenceInput } from '#lib/schemas/evidence.ts';
import { type Command, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { CHUNK_BYTES } from '#lib/server/evidence/file-stream.ts';
import { guardOpen } from '#lib/server/evidence/open-outcome.ts';
import { EVIDENCE_GIVERS } from '#lib/server/evidence/show-evidence.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { lockOutcome, type LockedOutcome } from '#lib/server/outcome/lock-outcome.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate, toUtcDate } from '#lib/shared/plain-date.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

type Held = { readonly name: string; readonly sha256: string; readonly givenAt: Date };
type State = { readonly outcome: LockedOutcome; readonly files: readonly Held[] };

export const ADD_EVIDENCE = 'evidence.add';

/**
 * Takes in a file as evidence. Its bytes have been checked and go beside the input, which knows them by their hash: the same
 * file under the same key is handed in once.
 */
export function addEvidence(
  content: Uint8Array<ArrayBuffer>,
): Command<
  AddEvidenceInput,
  State,
  ReadEvidence,
  { readonly evidenceId: string; readonly outcomeId: string }
> {
  return defineCommand({
    name: ADD_EVIDENCE,
    mandates: EVIDENCE_GIVERS,
    input: addEvidenceInput,
    async lock(tx, { outcomeId }): Promise<State | null> {
      const outcome = await lockOutcome(tx, outcomeId);
      return outcome === null ? null : { outcome, files: await filesOf(tx, outcome.placementId) };
    },
    // Nothing that there is changes: a file comes beside what is there.
    version: () => null,
    guard: ({ outcome }) => guardOpen(outcome.status),
    stepUp: () => null,
    decide({ outcome, files }, input, { today, actor }) {
      const locale = actor.kind === 'person' && actor.locale.startsWith('en') ? 'en' : 'sv';
      const twin = files.find(({ sha256 }) => sha256 === input.sha256);
      if (twin !== undefined) {
        const day = formatDate(plainDateFromDate(twin.givenAt), locale);
        return err(validationProblem([fileProblem({ code: 'fileTwice', name: twin.name, day }, locale)]));
      }
      if (files.length >= MOST_FILES) {
        return err(validationProblem([fileProblem({ code: 'filesTooMany', most: MOST_FILES }, locale)]));
      }
      const read = readEvidence(input, outcome, today);
      return read.ok ? read : err(validationProblem(read.error));
    },
    async write(tx, { kind, employer, days }, { outcome }, { actor, now }, input) {
      const id = newId();
      await tx.evidence.createMany({
        data: [
          {
            id,
            placementId: outcome.placementId,
            outcomeId: outcome.id,
            source: 'file',
            kind,
            ...employer,
            from: toUtcDate(days.from),
            to: toUtcDate(days.to),
            givenAt: now,
            givenByPersonId: personOf(actor),
          },
        ],
      });
      const { fileName, mediaType, size, sha256 } = input;
      await tx.evidenceFile.createMany({ data: [{ evidenceId: id, fileName, mediaType, size, sha256 }] });
      await storeChunks(tx, id, content);
      await notify(tx, {
        event: 'evidenceArrived',
        to: { kind: 'desk', desk: 'review' },
        about: {
          placementId: outcome.placementId,
          subject: { type: 'outcome', id: outcome.id },
          path: `/review/outcomes/${outcome.id}`,
        },
        now,
      });
      return { evidenceId: id, outcomeId: outcome.id };
    },
    audit: ({ evidenceId }, { kind, days }, { outcome }, { size, sha256 }) => ({
      type: 'evidence',
      id: evidenceId,
      participantIds: [outcome.participantId],
      // Not what the file is called: people write names and numbers there.
      detail: { outcomeId: outcome.id, kind, days, size, sha256 },
    }),
  });
}

async function filesOf(tx: Tx, placementId: string): Promise<readonly Held[]> {
  return await tx.$queryRaw<Held[]>`
    SELECT f.file_name AS name, f.sha256, e.given_at AS "givenAt" FROM evidence e JOIN evidence_file f ON f.evidence_id = e.id
    WHERE e.placement_id = ${placementId}::uuid AND e.withdrawn_at IS NULL ORDER BY e.given_at`;
}

/** Piece by piece: one statement never holds a whole file. */
async function storeChunks(tx: Tx, evidenceId: string, content: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < content.length; at += CHUNK_BYTES) {
    const number = at / CHUNK_BYTES + 1;
    await tx.evidenceChunk.createMany({
      data: [{ evidenceId, number, content: content.subarray(at, at + CHUNK_BYTES) }],
    });
  }
}
