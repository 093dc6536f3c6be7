import type { ThinnedCode } from '#lib/domain/data-protection/retention-rules.ts';

/** What of a table goes by a rule: from which instant it is counted, under which condition, and what is changed where nothing is deleted. */
export type ThinningSql = {
  readonly table: string;
  readonly instant: string;
  readonly only?: string;
  readonly change?: string;
};

const supportEnd = (participant: string): string => `app.support_ended_at(${participant})`;

/** The rules that go by rows, in the order in which they are followed. `t` is the row. */
export const THINNING_SQL: Readonly<Record<Exclude<ThinnedCode, 'case' | 'account'>, ThinningSql>> = {
  idempotencyKey: { table: 'idempotency_key', instant: 't.created_at' },
  formAttempt: { table: 'form_attempt', instant: 't.created_at' },
  upload: { table: 'upload', instant: 't.received_at' },
  webhookDelivery: { table: 'webhook_delivery', instant: 't.occurred_at' },
  secretReveal: { table: 'secret_reveal', instant: 't.expires_at' },
  workerHeartbeat: { table: 'worker_heartbeat', instant: 't.at' },
  attestShown: { table: 'attest_shown', instant: 't.shown_at' },
  reviewPresence: { table: 'review_presence', instant: 't.beat_at' },
  reminderSent: { table: 'reminder_sent', instant: 't.day::timestamptz' },
  notification: { table: 'notification', instant: 't.created_at' },
  exportChunk: {
    table: 'export_chunk',
    instant: '(SELECT e.requested_at FROM export e WHERE e.id = t.export_id)',
  },
  exportGone: {
    table: 'export',
    instant: 't.finished_at',
    only: `t.state = 'ready'`,
    change: `state = 'gone'`,
  },
  export: { table: 'export', instant: 't.requested_at' },
  dataExtractChunk: {
    table: 'data_extract_chunk',
    instant: '(SELECT e.requested_at FROM data_extract e WHERE e.id = t.extract_id)',
  },
  dataExtractGone: {
    table: 'data_extract',
    instant: 't.requested_at',
    only: `t.state IN ('waiting', 'running', 'ready')`,
    change: `state = 'gone'`,
  },
  dataExtract: { table: 'data_extract', instant: 't.requested_at' },
  rateLimit: { table: 'rate_limit', instant: 't.full_at' },
  session: { table: 'session', instant: 'coalesce(t.ended_at, t.absolute_ends_at)' },
  accessToken: { table: 'access_token', instant: 't.expires_at' },
  paperCodeSession: { table: 'paper_code_session', instant: 't.expires_at' },
  calendarFeed: { table: 'calendar_feed', instant: 't.revoked_at' },
  invitation: { table: 'invitation', instant: 'coalesce(t.accepted_at, t.revoked_at, t.expires_at)' },
  monthDraft: { table: 'month_draft', instant: 't.updated_at' },
  documentDraft: { table: 'document_draft', instant: 't.saved_at' },
  outcomeDraft: { table: 'outcome_draft', instant: 't.saved_at' },
  documentPrint: {
    table: 'document_print',
    instant: '(SELECT d.submitted_at FROM document d WHERE d.id = t.document_id)',
  },
  planShare: { table: 'plan_share', instant: 'coalesce(t.closed_at, t.expires_at)' },
  coachCover: { table: 'coach_cover', instant: 't."to"::timestamptz' },
  planComment: {
    table: 'plan_comment',
    instant: supportEnd(
      '(SELECT p.participant_id FROM plan l JOIN placement p ON p.id = l.placement_id WHERE l.id = t.plan_id)',
    ),
  },
  experience: { table: 'experience', instant: supportEnd('t.participant_id') },
  choiceReasoning: {
    table: 'choice_reasoning',
    instant: supportEnd('(SELECT c.participant_id FROM choice c WHERE c.id = t.choice_id)'),
  },
  // One without an answer is still somebody's to handle.
  complaint: {
    table: 'complaint',
    instant: 'app.year_after((SELECT a.answered_at FROM complaint_answer a WHERE a.complaint_id = t.id))',
    only: 't.placement_id IS NULL',
  },
  attestation: {
    table: 'attestation',
    instant: 'app.year_after(t.attested_at)',
    only: `NOT EXISTS (SELECT 1 FROM report r WHERE r.attestation_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM report_correction c WHERE c.attestation_id = t.id)`,
  },
};
