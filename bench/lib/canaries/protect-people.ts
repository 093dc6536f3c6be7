import type { Client } from 'pg';
import type { HttpBrowser } from '#bench/lib/http-browser.ts';
import type { Aviary } from '#lib/server/testing/canaries/canary.ts';

/** Protects people the way a caseworker does, on their page. Every other one keeps the coach. */
export async function protectPeople(browser: HttpBrowser, participantIds: readonly string[]): Promise<void> {
  for (const [index, participantId] of participantIds.entries()) {
    const { status, url } = await browser.post('/api/protected', {
      idempotencyKey: `canary-${participantId}`,
      back: `/admin/participants/${participantId}`,
      participantId,
      reason: 'decision',
      why: '',
      keepCoaches: index % 2 === 0 ? 'on' : 'off',
    });
    if (status !== 200 || !url.includes('done=protected'))
      throw new Error(`${participantId} was not protected: ${status} ${url}`);
  }
}

/** Of the protected, what points at them counts too: reference, participant and placement. Returns who is protected. */
export async function hearProtected(owner: Client, aviary: Aviary): Promise<ReadonlySet<string>> {
  const { rows } = await owner.query<{ token: string; id: string; field: string }>(`
    SELECT a.id::text AS token, a.id::text AS id, 'participant.id' AS field FROM participant a WHERE a.protected
    UNION SELECT l.id::text, a.id::text, 'placement.id' FROM placement l JOIN participant a ON a.id = l.participant_id WHERE a.protected
    UNION SELECT r.id::text, a.id::text, 'report.id' FROM report r JOIN participant a ON a.id = r.participant_id WHERE a.protected
    UNION SELECT s.implementation_reference::text, a.id::text, 'service_period.implementation_reference' FROM service_period s
      JOIN decision d ON d.id = s.decision_id JOIN participant a ON a.id = d.participant_id WHERE a.protected
    UNION SELECT p.given_name || ' ' || p.family_name, a.id::text, 'alias' FROM participant a JOIN person p ON p.id = a.person_id WHERE a.protected`);
  for (const { token, id, field } of rows) aviary.add({ token, participantId: id, field });
  return new Set(rows.map(({ id }) => id));
}
