import type { GET as GetFile } from '#app/api/evidence/[evidenceId]/file/route.ts';
import type { POST as Upload } from '#app/api/evidence/outcomes/[outcomeId]/upload/route.ts';
import type { POST as Answer } from '#app/api/employer-confirmations/answer/route.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { MOST_FILE_BYTES } from '#lib/domain/evidence/evidence.ts';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { database } from '#lib/server/db/client.ts';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import { type EvidenceStage, openEvidenceStage } from '#lib/server/evidence/testing/evidence-stage.ts';
import { jpegOf, pdfOf, pngOf, zipOf } from '#lib/server/evidence/testing/files.ts';
import { newId } from '#lib/server/ids.ts';

let stage: EvidenceStage;
let upload: typeof Upload;
let file: typeof GetFile;
let answer: typeof Answer;
beforeAll(async () => {
  stage = await openEvidenceStage();
  // The process's own client, as in the portal.
  process.env['APP_DATABASE_URL'] = stage.appUrl;
  upload = (await import('#app/api/evidence/outcomes/[outcomeId]/upload/route.ts')).POST;
  file = (await import('#app/api/evidence/[evidenceId]/file/route.ts')).GET;
  answer = (await import('#app/api/employer-confirmations/answer/route.ts')).POST;
}, 60_000);
afterAll(async () => {
  await database().$disconnect();
  await stage.close();
});

/** The cookie of somebody who has logged in. */
async function cookieOf({ sessionId }: ProviderActor): Promise<string> {
  const token = newOpaqueToken();
  await stage.owner.session.update({
    where: { id: sessionId },
    data: { tokenHash: new Uint8Array(hashToken(token)) },
  });
  return `portal-session=${token}`;
}

async function send(outcomeId: string, content: Buffer | null, name = 'intyg.pdf'): Promise<Response> {
  const form = new FormData();
  const typed = {
    idempotencyKey: newId(),
    kind: 'paySlip',
    spell: '0',
    from: '2026-03-02',
    through: '2026-03-31',
  };
  for (const [field, value] of Object.entries(typed)) form.set(field, value);
  if (content !== null)
    form.set('file', new File([new Uint8Array(content)], name, { type: 'application/pdf' }));
  const request = new Request(`http://localhost/api/evidence/outcomes/${outcomeId}/upload`, {
    method: 'POST',
    body: form,
    headers: { cookie: await cookieOf(stage.coach) },
  });
  return await upload(request, { params: Promise.resolve({ outcomeId }) });
}

describe('a file that is not taken leads back to its form with the reason, and nothing of it is stored', () => {
  it.each([
    ['none', null, 'fileMissing'],
    ['an empty one', Buffer.alloc(0), 'fileEmpty'],
    ['one of more than 10 MB', Buffer.alloc(MOST_FILE_BYTES + 1), 'fileTooLarge'],
    ['a document of Word that is called PDF', zipOf('word/document.xml'), 'fileWrongType'],
    ['an encrypted PDF', pdfOf('', '/Encrypt 9 0 R'), 'pdfEncrypted'],
    ['a PDF with a script', pdfOf('9 0 obj << /S /JavaScript >> endobj'), 'pdfActive'],
    ['a PDF with a file in it', pdfOf('9 0 obj << /Type /EmbeddedFile >> endobj'), 'pdfEmbeds'],
    ['a picture that is a zip, too', Buffer.concat([jpegOf(), zipOf('a.exe')]), 'fileHidesAnother'],
    ['a picture of 60 000 pixels', pngOf(60_000, 60_000), 'imageSize'],
  ])('%s', async (_, content, code) => {
    const { outcomeId } = await stage.claimed();
    const answered = await send(outcomeId, content);
    expect(answered.status).toBe(303);
    const location = answered.headers.get('location') ?? '';
    const id = new URL(location, 'http://localhost').searchParams.get('attempt') ?? '';
    const kept = await stage.owner.formAttempt.findUniqueOrThrow({ where: { id } });
    expect(kept.problem).toMatchObject({ status: 422, errors: [{ pointer: '/file', code }] });
    expect(kept.values).toMatchObject({ fields: { kind: 'paySlip', from: '2026-03-02' } });
    expect(await stage.owner.evidence.count({ where: { outcomeId } })).toBe(0);
    expect(await stage.owner.evidenceChunk.count({ where: { file: { evidence: { outcomeId } } } })).toBe(0);
  });
});

it('a file that is taken is given back as it came, named by what it is, to those who see the placement alone', async () => {
  const { outcomeId } = await stage.claimed();
  const content = pngOf();
  const stored = await send(outcomeId, content, '../../<b>lön</b>.exe');
  expect(stored.headers.get('location')).toBe(`/provider/outcomes/${outcomeId}/evidence?done=given`);
  const { id } = await stage.owner.evidence.findFirstOrThrow({ where: { outcomeId } });
  const get = async (actor: ProviderActor | null, view = '') =>
    await file(
      new Request(`http://localhost/api/evidence/${id}/file${view}`, {
        headers: actor === null ? {} : { cookie: await cookieOf(actor) },
      }),
      { params: Promise.resolve({ evidenceId: id }) },
    );
  const saved = await get(stage.coach);
  expect(Buffer.from(await saved.arrayBuffer()).equals(content)).toBe(true);
  expect(Object.fromEntries(saved.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(saved.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[\w.-]+\.png"; filename\*=UTF-8''[^"<>]+\.png$/,
  );
  const viewed = await get(stage.coach, '?view');
  expect(viewed.headers.get('content-disposition')).toMatch(/^inline; /);
  await viewed.body?.cancel();
  expect((await get(await stage.staff('coach', stage.elsewhere))).status).toBe(404);
  expect((await get(null)).status).toBe(401);
});

describe('an employer’s answer over the line', () => {
  const YES = { answer: 'confirmed', name: 'Berit Berg', role: 'Chef', speaksFor: 'on', locale: 'sv' };
  async function post(secret: string, change: Readonly<Record<string, string>> = {}): Promise<string> {
    const body = new URLSearchParams({ secret, idempotencyKey: newId(), ...YES, ...change });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '192.0.2.7' };
    const answered = await answer(
      new Request('http://localhost/api/employer-confirmations/answer', { method: 'POST', body, headers }),
    );
    return answered.status === 303 ? (answered.headers.get('location') ?? '') : String(answered.status);
  }

  it('leads to the receipt once, then to what the link says; a wrong secret to the page for all wrong ones', async () => {
    const { outcomeId } = await stage.claimed();
    const contact = {
      outcomeId,
      employment: '0',
      email: 'berit@bageriet.example',
      contactName: 'Berit',
      locale: 'sv',
    };
    const asked = await stage.run(askEmployer, contact, { actor: stage.coach, now: new Date() });
    const secret = await stage.mailedSecret(asked.ok ? asked.value.confirmationId : '');
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    expect(await post(wrong)).toBe(`/confirm/${wrong}`);
    expect(await post('../../admin')).toBe('/confirm/-');
    expect(await post(secret, { name: '' })).toMatch(new RegExp(`^/confirm/${secret}\\?attempt=`));
    expect(await stage.owner.employerAnswer.count()).toBe(0);
    expect(await post(secret)).toBe(`/confirm/${secret}?done=`);
    expect(await post(secret, { answer: 'denied' })).toBe(`/confirm/${secret}`);
    expect(await stage.owner.employerAnswer.findMany()).toMatchObject([{ answer: 'confirmed' }]);
    const kept = await stage.owner.formAttempt.findMany({
      where: { command: 'employerConfirmation.answer' },
    });
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});
