import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** Documents of a placement. */
export const REGISTER_DOCUMENT: readonly RegisteredTable[] = [
  {
    table: 'document',
    purpose: 'documents',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal:
        'thread_id supersedes_id kind placement_id status content why due_on submitted_on submitted_at desk taken_at complete_by decision decision_reason decided_at',
      hand: 'submitted_by_person_id handed_up_by_person_id taken_by_person_id decided_by_person_id',
      plain: 'id number content_hash version',
    },
  },
  {
    table: 'document_draft',
    purpose: 'documents',
    retention: 'documentDraft',
    own: 'placement_id>placement',
    columns: {
      personal: 'kind placement_id replaces_id values saved_at',
      hand: 'saved_by_person_id',
      plain: 'id version',
    },
  },
  {
    table: 'document_event',
    purpose: 'documents',
    retention: 'case',
    own: 'document_id>document',
    columns: { personal: 'document_id act text detail role at', hand: 'person_id', plain: 'id' },
  },
  {
    table: 'document_print',
    purpose: 'review',
    retention: 'documentPrint',
    own: 'document_id>document',
    columns: { personal: 'document_id place provider_id grams' },
  },
  {
    table: 'document_finding',
    purpose: 'review',
    retention: 'case',
    own: 'document_id>document',
    columns: { personal: 'document_id code severity found_at', withheld: 'facts' },
  },
  {
    table: 'document_text_check',
    purpose: 'review',
    retention: 'case',
    own: 'document_id>document',
    columns: { personal: 'document_id checked_at' },
  },
  {
    table: 'document_finding_verdict',
    purpose: 'review',
    retention: 'case',
    own: 'document_id>document',
    columns: { personal: 'document_id code upheld at', hand: 'by_person_id' },
  },
  {
    table: 'final_report_verdict',
    purpose: 'documents',
    retention: 'case',
    own: 'document_id>document',
    columns: { personal: 'document_id verdict missing at', hand: 'by_person_id', plain: 'id' },
  },
];
