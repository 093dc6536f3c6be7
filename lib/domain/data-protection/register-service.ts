import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** What is about providers, terms and the portal itself. Who put a hand to it is all that is personal. */
export const REGISTER_SERVICE: readonly RegisteredTable[] = [
  {
    table: 'portal_setting',
    retention: 'none',
    columns: { plain: 'key value' },
  },
  {
    table: 'agreement_version',
    retention: 'none',
    columns: { hand: 'published_by_person_id', plain: 'id name document published_at' },
  },
  {
    table: 'terms_version',
    retention: 'none',
    columns: { hand: 'published_by_person_id', plain: 'id valid_from document published_at' },
  },
  {
    table: 'agreement_draft',
    retention: 'none',
    columns: {
      hand: 'created_by_person_id last_edited_by_person_id editor_person_ids submitted_by_person_id returned_by_person_id published_by_person_id',
      plain:
        'id agreement_version_id replaces_id name document golden_cases status created_at last_edited_at submitted_at returned_at returned_reason published_at version',
    },
  },
  {
    table: 'terms_draft',
    retention: 'none',
    columns: {
      hand: 'created_by_person_id last_edited_by_person_id editor_person_ids submitted_by_person_id returned_by_person_id published_by_person_id',
      plain:
        'id replaces_id valid_from document status created_at last_edited_at submitted_at returned_at returned_reason published_at version',
    },
  },
  {
    table: 'impact_preview',
    retention: 'none',
    columns: {
      hand: 'requested_by_person_id',
      plain:
        'id agreement_draft_id document_hash as_of state providers_total providers_done result requested_at finished_at',
    },
  },
  {
    table: 'impact_provider',
    retention: 'none',
    columns: { plain: 'impact_preview_id provider_id result' },
  },
  {
    table: 'delivery_area',
    retention: 'none',
    columns: { plain: 'id' },
  },
  {
    table: 'municipality',
    retention: 'none',
    columns: { plain: 'id delivery_area_id' },
  },
  {
    table: 'provider',
    retention: 'none',
    columns: { plain: 'id org_no name version' },
  },
  {
    table: 'contract',
    retention: 'none',
    columns: {
      plain:
        'id ka_number provider_id delivery_area_id from to open_for_choice capacity languages speciality version',
    },
  },
  {
    table: 'contract_result',
    retention: 'none',
    columns: {
      plain:
        'contract_id measured_on because stars better_than_tenths participants reached low high preliminary',
    },
  },
  {
    table: 'office',
    retention: 'none',
    columns: {
      plain:
        'id provider_id contract_id main name street place lat lon phone opening_hours forms accessibility version',
    },
  },
  {
    table: 'office_opening',
    retention: 'none',
    columns: { plain: 'office_id weekday from_minute to_minute' },
  },
  {
    table: 'office_change',
    retention: 'none',
    columns: { plain: 'office_id txid at' },
  },
  {
    table: 'presentation',
    retention: 'none',
    columns: {
      hand: 'saved_by_person_id submitted_by_person_id decided_by_person_id',
      plain: 'id provider_id office_id number status content saved_at submitted_at decided_at reason version',
    },
  },
  {
    table: 'worker_heartbeat',
    retention: 'none',
    columns: { plain: 'id at' },
  },
  {
    table: 'portal_heartbeat',
    retention: 'none',
    columns: { plain: 'id at' },
  },
  {
    table: 'outage',
    retention: 'none',
    columns: { plain: 'from to' },
  },
  {
    table: 'rate_limit',
    retention: 'none',
    columns: { plain: 'key full_at' },
  },
  {
    table: 'audit_chain',
    retention: 'none',
    columns: { plain: 'seq entry_id hash closed' },
  },
  {
    table: 'data_rule',
    retention: 'none',
    columns: { plain: 'table_name position part own_rows own_columns hand_rows hand_columns' },
  },
  {
    table: 'retention_rule',
    retention: 'none',
    columns: { plain: 'code position table_name instant keep condition change' },
  },
  {
    table: 'thinning',
    retention: 'none',
    columns: { plain: 'txid' },
  },
  {
    table: 'bank_account',
    purpose: 'money',
    retention: 'provider',
    columns: {
      hand: 'requested_by_person_id decided_by_person_id',
      plain:
        'id provider_id clearing_number account_number bank_name status requested_at authenticated_at decided_at reason valid_from version',
    },
  },
  {
    table: 'related_company',
    purpose: 'provider',
    retention: 'provider',
    columns: {
      hand: 'registered_by_person_id ended_by_person_id',
      plain: 'id provider_id org_no name source from to registered_at ended_at',
    },
  },
  {
    table: 'api_client',
    purpose: 'access',
    retention: 'provider',
    columns: {
      hand: 'created_by_person_id revoked_by_person_id',
      secret: 'secret_hash secret_made_at previous_secret_hash',
      plain:
        'id client_id provider_id name scopes attestor_membership_id created_at previous_valid_until standing_given_at revoked_at last_used_on version',
    },
  },
  {
    table: 'access_token',
    purpose: 'access',
    retention: 'accessToken',
    columns: { secret: 'token_hash', plain: 'api_client_id scopes expires_at' },
  },
  {
    table: 'secret_reveal',
    purpose: 'access',
    retention: 'secretReveal',
    columns: { withheld: 'actor_key subject_id', secret: 'sealed', plain: 'id subject_type expires_at' },
  },
  {
    table: 'webhook_endpoint',
    purpose: 'provider',
    retention: 'provider',
    columns: {
      hand: 'created_by_person_id',
      secret: 'sealed_secret previous_sealed_secret',
      plain:
        'id provider_id url events state pause_reason failing_since previous_valid_until created_at removed_at version',
    },
  },
  {
    table: 'webhook_delivery',
    purpose: 'provider',
    retention: 'webhookDelivery',
    columns: {
      withheld: 'subject_id data answer',
      plain:
        'id endpoint_id type sequence occurred_at state attempts next_attempt_at last_attempt_at failure response_status',
    },
  },
  {
    table: 'idempotency_key',
    purpose: 'access',
    retention: 'idempotencyKey',
    columns: { withheld: 'actor_key response', plain: 'key command body_hash created_at' },
  },
  {
    table: 'form_attempt',
    purpose: 'access',
    retention: 'formAttempt',
    columns: { withheld: 'actor_key values problem', plain: 'id command path created_at' },
  },
  {
    table: 'audit_entry',
    purpose: 'log',
    retention: 'kept',
    own: 'participant_ids@participant',
    columns: {
      personal: 'at actor_kind role provider_id action outcome subject_type purpose',
      hand: 'person_id actor_key',
      withheld: 'subject_id participant_ids detail',
      plain: 'id',
    },
  },
];
