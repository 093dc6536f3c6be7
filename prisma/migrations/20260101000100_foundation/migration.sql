-- CreateEnum
CREATE TYPE "level" AS ENUM ('A', 'B', 'C');

-- CreateEnum
CREATE TYPE "activity_category" AS ENUM ('individualMeeting', 'ownWork', 'practicalSupport', 'employerContacts', 'careerGuidance', 'information', 'mapping', 'languageSkills', 'otherActor', 'motivationalTalks', 'digitalSkills', 'health', 'shortTraining');

-- CreateEnum
CREATE TYPE "activity_form" AS ENUM ('onSite', 'video', 'phone');

-- CreateEnum
CREATE TYPE "absence_reason" AS ENUM ('sick', 'careOfChild', 'work', 'education', 'otherKnown', 'unknown');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('submitted', 'inReview', 'approved', 'returned', 'rejected', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "end_reason" AS ENUM ('outcome', 'switch', 'interruption', 'completed');

-- CreateEnum
CREATE TYPE "choice_kind" AS ENUM ('active', 'proximity');

-- CreateEnum
CREATE TYPE "statement_status" AS ENUM ('open', 'proposed');

-- CreateTable
CREATE TABLE "portal_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "portal_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "agreement_version" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_version" (
    "id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "document" JSONB NOT NULL,

    CONSTRAINT "terms_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_area" (
    "id" TEXT NOT NULL,

    CONSTRAINT "delivery_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" TEXT NOT NULL,
    "delivery_area_id" TEXT NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" UUID NOT NULL,
    "org_no" CHAR(10) NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "ka_number" CHAR(8) NOT NULL,
    "provider_id" UUID NOT NULL,
    "delivery_area_id" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "open_for_choice" BOOLEAN NOT NULL,
    "capacity" INTEGER NOT NULL,
    "languages" TEXT[],
    "speciality" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "main" BOOLEAN NOT NULL DEFAULT true,
    "name" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "phone" TEXT,
    "opening_hours" TEXT,
    "forms" "activity_form"[],
    "accessibility" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'sv',
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_identity" (
    "person_id" UUID NOT NULL,
    "identity_hash" BYTEA NOT NULL,
    "identity_number" CHAR(12),

    CONSTRAINT "person_identity_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "protected_identity" (
    "person_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "nonce" BYTEA NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "protected_identity_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "protected_access" (
    "person_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "protected_access_pkey" PRIMARY KEY ("person_id","participant_id")
);

-- CreateTable
CREATE TABLE "login_account" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_account_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "provider_id" UUID,
    "role" TEXT NOT NULL,
    "all_offices" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_office" (
    "membership_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,

    CONSTRAINT "membership_office_pkey" PRIMARY KEY ("membership_id","office_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "membership_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "absolute_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "auth_time" TIMESTAMPTZ(3) NOT NULL,
    "id_token_sid" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_up" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "step_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_client" (
    "id" UUID NOT NULL,
    "client_id" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "attestor_membership_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "token_hash" BYTEA NOT NULL,
    "api_client_id" UUID NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "sex" CHAR(1) NOT NULL,
    "born_in_sweden" BOOLEAN NOT NULL,
    "disability_code" BOOLEAN NOT NULL,
    "municipality_id" TEXT,
    "home_lat" DOUBLE PRECISION,
    "home_lon" DOUBLE PRECISION,
    "language" TEXT NOT NULL,
    "needs_language_support" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "level" "level" NOT NULL,
    "agreement_version_id" TEXT NOT NULL,
    "delivery_area_id" TEXT NOT NULL,
    "arrived_on" DATE NOT NULL,
    "choose_by" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_period" (
    "id" UUID NOT NULL,
    "implementation_reference" CHAR(9) NOT NULL,
    "decision_id" UUID NOT NULL,
    "placement_id" UUID,
    "number" SMALLINT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,

    CONSTRAINT "service_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "level" "level" NOT NULL,
    "agreement_version_id" TEXT NOT NULL,
    "choice" "choice_kind" NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "end" DATE,
    "end_reason" "end_reason",
    "coach_person_id" UUID,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "cancelled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "choice" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" "choice_kind" NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_person_id" UUID,
    "assisted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_switch" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "from_placement_id" UUID NOT NULL,
    "to_placement_id" UUID NOT NULL,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_on" DATE NOT NULL,
    "share_plan" BOOLEAN NOT NULL DEFAULT false,
    "share_final_report" BOOLEAN NOT NULL DEFAULT false,
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "provider_switch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from" DATE NOT NULL,
    "goal" TEXT NOT NULL,
    "derived" BOOLEAN NOT NULL DEFAULT false,
    "created_by_person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_activity" (
    "plan_id" UUID NOT NULL,
    "activity" "activity_category" NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "goal" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "plan_activity_pkey" PRIMARY KEY ("plan_id","activity")
);

-- CreateTable
CREATE TABLE "activity_entry" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "activity" "activity_category" NOT NULL,
    "form" "activity_form",
    "minutes" INTEGER NOT NULL,
    "language" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "coach_person_id" UUID,
    "created_by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "activity_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "month_draft" (
    "placement_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_person_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "month_draft_pkey" PRIMARY KEY ("placement_id","month")
);

-- CreateTable
CREATE TABLE "attestation" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "statement_text" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "report_count" INTEGER NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "attested_at" TIMESTAMPTZ(3) NOT NULL,
    "standing" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "supersedes_id" UUID,
    "status" "report_status" NOT NULL,
    "language_support" TEXT,
    "job_suggestions" INTEGER NOT NULL DEFAULT 0,
    "no_activity_reason" "absence_reason",
    "submitted_on" DATE NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_person_id" UUID,
    "api_client_id" UUID,
    "attestation_id" UUID,
    "source" TEXT NOT NULL,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "content_hash" TEXT NOT NULL,
    "decide_by" DATE NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "risk" INTEGER NOT NULL DEFAULT 0,
    "holds" INTEGER NOT NULL DEFAULT 0,
    "taken_by_person_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_row" (
    "id" BIGSERIAL NOT NULL,
    "report_id" UUID NOT NULL,
    "activity" "activity_category" NOT NULL,
    "form" "activity_form",
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "report_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_finding" (
    "report_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "check_finding_pkey" PRIMARY KEY ("report_id","code")
);

-- CreateTable
CREATE TABLE "review_decision" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason_code" TEXT,
    "reason" TEXT,
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_run" (
    "id" UUID NOT NULL,
    "cut_off" DATE NOT NULL,
    "started_by_person_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "providers_total" INTEGER NOT NULL DEFAULT 0,
    "providers_done" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "statement_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "cut_off" DATE NOT NULL,
    "status" "statement_status" NOT NULL,
    "net_ore" BIGINT NOT NULL DEFAULT 0,
    "vat_ore" BIGINT NOT NULL DEFAULT 0,
    "balance_in_ore" BIGINT NOT NULL DEFAULT 0,
    "rounding_ore" BIGINT NOT NULL DEFAULT 0,
    "payable_ore" BIGINT NOT NULL DEFAULT 0,
    "balance_out_ore" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_line" (
    "id" BIGSERIAL NOT NULL,
    "statement_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "quantity" INTEGER,
    "unit_ore" BIGINT,
    "amount_ore" BIGINT NOT NULL,
    "because" JSONB NOT NULL,

    CONSTRAINT "statement_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_input" (
    "statement_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "agreement_version_id" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "input_hash" TEXT NOT NULL,

    CONSTRAINT "statement_input_pkey" PRIMARY KEY ("statement_id","placement_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "person_id" UUID,
    "actor_key" TEXT NOT NULL,
    "role" TEXT,
    "provider_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" TEXT,
    "participant_ids" UUID[],
    "purpose" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "seq" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_key" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_key","key")
);

-- CreateTable
CREATE TABLE "form_attempt" (
    "id" UUID NOT NULL,
    "actor_key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "problem" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "terms_version_valid_from_key" ON "terms_version"("valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "provider_org_no_key" ON "provider"("org_no");

-- CreateIndex
CREATE UNIQUE INDEX "contract_ka_number_key" ON "contract"("ka_number");

-- CreateIndex
CREATE INDEX "contract_provider_id_idx" ON "contract"("provider_id");

-- CreateIndex
CREATE INDEX "contract_delivery_area_id_idx" ON "contract"("delivery_area_id");

-- CreateIndex
CREATE INDEX "office_provider_id_idx" ON "office"("provider_id");

-- CreateIndex
CREATE INDEX "office_contract_id_idx" ON "office"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_identity_hash_key" ON "person_identity"("identity_hash");

-- CreateIndex
CREATE UNIQUE INDEX "login_account_person_id_issuer_key" ON "login_account"("person_id", "issuer");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_provider_id_idx" ON "membership"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "step_up_session_id_idx" ON "step_up"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_client_client_id_key" ON "api_client"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_person_id_key" ON "participant"("person_id");

-- CreateIndex
CREATE INDEX "decision_participant_id_idx" ON "decision"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_period_implementation_reference_key" ON "service_period"("implementation_reference");

-- CreateIndex
CREATE INDEX "service_period_decision_id_idx" ON "service_period"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_period_placement_id_number_key" ON "service_period"("placement_id", "number");

-- CreateIndex
CREATE INDEX "placement_participant_id_idx" ON "placement"("participant_id");

-- CreateIndex
CREATE INDEX "placement_provider_id_office_id_from_idx" ON "placement"("provider_id", "office_id", "from");

-- CreateIndex
CREATE INDEX "placement_office_id_idx" ON "placement"("office_id");

-- CreateIndex
CREATE INDEX "placement_contract_id_from_idx" ON "placement"("contract_id", "from");

-- CreateIndex
CREATE INDEX "placement_coach_person_id_idx" ON "placement"("coach_person_id");

-- CreateIndex
CREATE INDEX "choice_participant_id_idx" ON "choice"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_switch_to_placement_id_key" ON "provider_switch"("to_placement_id");

-- CreateIndex
CREATE INDEX "provider_switch_participant_id_idx" ON "provider_switch"("participant_id");

-- CreateIndex
CREATE INDEX "provider_switch_from_placement_id_idx" ON "provider_switch"("from_placement_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_placement_id_number_key" ON "plan"("placement_id", "number");

-- CreateIndex
CREATE INDEX "activity_entry_placement_id_date_idx" ON "activity_entry"("placement_id", "date");

-- CreateIndex
CREATE INDEX "attestation_provider_id_month_idx" ON "attestation"("provider_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "report_supersedes_id_key" ON "report"("supersedes_id");

-- CreateIndex
CREATE INDEX "report_placement_id_month_idx" ON "report"("placement_id", "month");

-- CreateIndex
CREATE INDEX "report_provider_id_month_office_id_idx" ON "report"("provider_id", "month", "office_id");

-- CreateIndex
CREATE INDEX "report_participant_id_month_idx" ON "report"("participant_id", "month");

-- CreateIndex
CREATE INDEX "report_attestation_id_idx" ON "report"("attestation_id");

-- CreateIndex
CREATE INDEX "report_row_report_id_idx" ON "report_row"("report_id");

-- CreateIndex
CREATE INDEX "review_decision_report_id_idx" ON "review_decision"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_run_cut_off_key" ON "statement_run"("cut_off");

-- CreateIndex
CREATE INDEX "statement_provider_id_cut_off_idx" ON "statement"("provider_id", "cut_off");

-- CreateIndex
CREATE UNIQUE INDEX "statement_run_id_provider_id_key" ON "statement"("run_id", "provider_id");

-- CreateIndex
CREATE INDEX "statement_line_placement_id_key_idx" ON "statement_line"("placement_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "statement_line_statement_id_placement_id_key_key" ON "statement_line"("statement_id", "placement_id", "key");

-- CreateIndex
CREATE INDEX "audit_entry_participant_ids_idx" ON "audit_entry" USING GIN ("participant_ids");

-- CreateIndex
CREATE INDEX "audit_entry_person_id_at_idx" ON "audit_entry"("person_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_chain_entry_id_key" ON "audit_chain"("entry_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "form_attempt_created_at_idx" ON "form_attempt"("created_at");

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_delivery_area_id_fkey" FOREIGN KEY ("delivery_area_id") REFERENCES "delivery_area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_delivery_area_id_fkey" FOREIGN KEY ("delivery_area_id") REFERENCES "delivery_area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_identity" ADD CONSTRAINT "protected_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_account" ADD CONSTRAINT "login_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_office" ADD CONSTRAINT "membership_office_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_office" ADD CONSTRAINT "membership_office_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_up" ADD CONSTRAINT "step_up_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_api_client_id_fkey" FOREIGN KEY ("api_client_id") REFERENCES "api_client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_agreement_version_id_fkey" FOREIGN KEY ("agreement_version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_delivery_area_id_fkey" FOREIGN KEY ("delivery_area_id") REFERENCES "delivery_area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_agreement_version_id_fkey" FOREIGN KEY ("agreement_version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_activity" ADD CONSTRAINT "plan_activity_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_entry" ADD CONSTRAINT "activity_entry_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "month_draft" ADD CONSTRAINT "month_draft_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_attestation_id_fkey" FOREIGN KEY ("attestation_id") REFERENCES "attestation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_finding" ADD CONSTRAINT "check_finding_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "statement_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_line" ADD CONSTRAINT "statement_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_line" ADD CONSTRAINT "statement_line_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_input" ADD CONSTRAINT "statement_input_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_input" ADD CONSTRAINT "statement_input_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ================================================================================================
-- What Prisma cannot express: constraints, append-only tables, four eyes, row-level security, grants
-- ================================================================================================
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- --- Time is half-open, and nobody is in two placements at once -----------------------------------
ALTER TABLE contract ADD CONSTRAINT contract_period CHECK ("to" IS NULL OR "from" < "to"),
  ADD CONSTRAINT contract_capacity CHECK (capacity >= 0);
ALTER TABLE service_period ADD CONSTRAINT service_period_period CHECK ("from" < "to"),
  ADD CONSTRAINT service_period_number CHECK (number IN (1, 2)),
  ADD CONSTRAINT service_period_reference CHECK (implementation_reference ~ '^[0-9]{9}$');
ALTER TABLE placement ADD CONSTRAINT placement_period CHECK ("from" < "to"),
  ADD CONSTRAINT placement_end CHECK ("end" IS NULL OR "end" BETWEEN "from" AND "to"),
  ADD CONSTRAINT placement_end_reason CHECK (("end" IS NULL) = (end_reason IS NULL)),
  ADD CONSTRAINT placement_no_overlap EXCLUDE USING gist (
    participant_id WITH =, daterange("from", coalesce("end", "to"), '[)') WITH &&
  ) WHERE (cancelled_at IS NULL);
ALTER TABLE provider ADD CONSTRAINT provider_org_no CHECK (org_no ~ '^[0-9]{10}$');
ALTER TABLE contract ADD CONSTRAINT contract_ka_number CHECK (ka_number ~ '^[0-9]{8}$');
ALTER TABLE participant ADD CONSTRAINT participant_sex CHECK (sex IN ('F', 'M'));
ALTER TABLE membership ADD CONSTRAINT membership_organisation CHECK (
    (organisation = 'provider' AND provider_id IS NOT NULL
      AND role IN ('coach', 'intake', 'reporter', 'signatory', 'providerAdmin'))
    OR (organisation = 'authority' AND provider_id IS NULL
      AND role IN ('reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'))
    OR (organisation = 'self' AND provider_id IS NULL AND role = 'participant')),
  ADD CONSTRAINT membership_period CHECK (valid_to IS NULL OR valid_from < valid_to);

-- --- Minutes come in quarters of an hour; only own work may lack a form ----------------------------
ALTER TABLE activity_entry
  ADD CONSTRAINT activity_entry_minutes CHECK (minutes BETWEEN 15 AND 1440 AND minutes % 15 = 0),
  ADD CONSTRAINT activity_entry_form CHECK (form IS NOT NULL OR activity = 'ownWork');
ALTER TABLE report_row
  ADD CONSTRAINT report_row_minutes CHECK (minutes BETWEEN 15 AND 44640 AND minutes % 15 = 0),
  ADD CONSTRAINT report_row_form CHECK (form IS NOT NULL OR activity = 'ownWork'),
  ADD CONSTRAINT report_row_once UNIQUE NULLS NOT DISTINCT (report_id, activity, form);
ALTER TABLE month_draft ADD CONSTRAINT month_draft_month CHECK (date_trunc('month', month) = month),
  ADD CONSTRAINT month_draft_source CHECK (source IN ('form', 'file', 'api'));
ALTER TABLE report ADD CONSTRAINT report_month CHECK (date_trunc('month', month) = month),
  ADD CONSTRAINT report_number CHECK (number >= 1),
  ADD CONSTRAINT report_source CHECK (source IN ('form', 'file', 'api', 'import')),
  ADD CONSTRAINT report_job_suggestions CHECK (job_suggestions BETWEEN 0 AND 999),
  ADD CONSTRAINT report_taken CHECK ((taken_by_person_id IS NULL) = (taken_at IS NULL));
CREATE UNIQUE INDEX report_one_current ON report (placement_id, month) WHERE status NOT IN ('superseded', 'withdrawn');
CREATE INDEX report_queue ON report (decide_by, amount_ore DESC, id) WHERE status IN ('submitted', 'inReview');
ALTER TABLE review_decision
  ADD CONSTRAINT review_decision_kind CHECK (decision IN ('approve', 'return', 'reject')),
  ADD CONSTRAINT review_decision_reason CHECK (decision = 'approve' OR (reason_code IS NOT NULL AND length(btrim(reason)) > 0));
ALTER TABLE check_finding ADD CONSTRAINT check_finding_severity CHECK (severity IN ('block', 'hold', 'flag'));
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_outcome CHECK (outcome IN ('done', 'refused', 'read'));
ALTER TABLE statement_line ADD CONSTRAINT statement_line_amount CHECK (amount_ore <> 0);

-- --- Append-only tables and frozen documents --------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agreement_version', 'terms_version', 'choice', 'plan', 'plan_activity', 'attestation',
    'report_row', 'check_finding', 'review_decision', 'statement_line', 'statement_input', 'audit_entry', 'audit_chain']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- A submitted report keeps its content; only its status and who has taken it move, and only forward.
CREATE FUNCTION guard_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a submitted report is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.placement_id, OLD.participant_id, OLD.provider_id, OLD.office_id, OLD.month, OLD.number, OLD.supersedes_id, OLD.language_support,
      OLD.job_suggestions, OLD.no_activity_reason, OLD.submitted_on, OLD.submitted_at, OLD.submitted_by_person_id, OLD.api_client_id,
      OLD.attestation_id, OLD.source, OLD.content_hash)
    IS DISTINCT FROM
     (NEW.placement_id, NEW.participant_id, NEW.provider_id, NEW.office_id, NEW.month, NEW.number, NEW.supersedes_id, NEW.language_support,
      NEW.job_suggestions, NEW.no_activity_reason, NEW.submitted_on, NEW.submitted_at, NEW.submitted_by_person_id, NEW.api_client_id,
      NEW.attestation_id, NEW.source, NEW.content_hash) THEN
    RAISE EXCEPTION 'the content of a submitted report never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'submitted' THEN NEW.status IN ('inReview', 'approved', 'returned', 'rejected', 'withdrawn')
      WHEN 'inReview' THEN NEW.status IN ('submitted', 'approved', 'returned', 'rejected')
      WHEN 'returned' THEN NEW.status = 'superseded'
      WHEN 'approved' THEN NEW.status IN ('superseded', 'inReview')
      WHEN 'rejected' THEN NEW.status IN ('superseded', 'inReview')
      ELSE false END) THEN
    RAISE EXCEPTION 'a report cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_guard BEFORE UPDATE OR DELETE ON report FOR EACH ROW EXECUTE FUNCTION guard_report();

-- Nobody decides on what they submitted or attested themselves.
CREATE FUNCTION guard_four_eyes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.decided_by_person_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM report r LEFT JOIN attestation a ON a.id = r.attestation_id
    WHERE r.id = NEW.report_id AND NEW.decided_by_person_id IN (r.submitted_by_person_id, a.person_id)) THEN
    RAISE EXCEPTION 'nobody decides on their own submission' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_decision_four_eyes BEFORE INSERT ON review_decision FOR EACH ROW EXECUTE FUNCTION guard_four_eyes();

-- --- Protected identity follows the person everywhere ------------------------------------------------
CREATE FUNCTION inherit_protected() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_TABLE_NAME = 'participant' THEN
    SELECT p.protected INTO STRICT NEW.protected FROM person p WHERE p.id = NEW.person_id;
  ELSE
    SELECT p.protected INTO STRICT NEW.protected FROM participant p WHERE p.id = NEW.participant_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER participant_protected BEFORE INSERT ON participant FOR EACH ROW EXECUTE FUNCTION inherit_protected();
CREATE TRIGGER placement_protected BEFORE INSERT ON placement FOR EACH ROW EXECUTE FUNCTION inherit_protected();
CREATE TRIGGER report_protected BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION inherit_protected();

CREATE FUNCTION spread_protected() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE participant SET protected = NEW.protected WHERE person_id = NEW.id;
  UPDATE placement l SET protected = NEW.protected FROM participant p WHERE p.id = l.participant_id AND p.person_id = NEW.id;
  UPDATE report r SET protected = NEW.protected FROM participant p WHERE p.id = r.participant_id AND p.person_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER person_protected AFTER UPDATE OF protected ON person FOR EACH ROW
  WHEN (OLD.protected IS DISTINCT FROM NEW.protected) EXECUTE FUNCTION spread_protected();

-- --- Who is asking: set for each transaction by the command wrapper -----------------------------------
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN CREATE ROLE portal_app NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_worker') THEN CREATE ROLE portal_worker NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the cluster made them meanwhile
END $$;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app, public TO portal_app, portal_worker;

CREATE FUNCTION app.setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.' || name, true), '') $$;
CREATE FUNCTION app.person_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('person_id')::uuid $$;
CREATE FUNCTION app.provider_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('provider_id')::uuid $$;
-- Who acts as participant is read from the person, never taken from the caller.
CREATE FUNCTION app.participant_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT id FROM participant WHERE app.setting('role') = 'participant' AND person_id = app.person_id() $$;
CREATE FUNCTION app.actor_key() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.setting('actor_key') $$;
CREATE FUNCTION app.is_authority() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(app.setting('role') IN ('reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'), false) $$;
CREATE FUNCTION app.all_offices() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(app.setting('offices') = 'all', false) $$;
CREATE FUNCTION app.office_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN app.all_offices() THEN '{}' ELSE coalesce(app.setting('offices'), '{}')::uuid[] END $$;
CREATE FUNCTION app.named_for() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT coalesce(array_agg(participant_id), '{}') FROM protected_access WHERE person_id = app.person_id() $$;

-- --- Row-level security: every table, also for its owner ------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    -- The owner loads history and migrates; the app and the worker never run as the owner.
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Open to everyone who is logged in, and to the public provider list: nothing personal in them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['portal_setting', 'agreement_version', 'terms_version', 'delivery_area', 'municipality', 'provider', 'contract', 'office', 'worker_heartbeat']
  LOOP
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO portal_app, portal_worker USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app, portal_worker', t);
  END LOOP;
END $$;
CREATE POLICY beat ON worker_heartbeat TO portal_worker USING (true) WITH CHECK (true);
GRANT INSERT, UPDATE, DELETE ON worker_heartbeat TO portal_worker;

-- Placements and reports carry their tenant; everything below them is seen through them.
CREATE POLICY tenant ON placement TO portal_app USING (
  (NOT protected OR participant_id = (SELECT app.participant_id()) OR participant_id = ANY ((SELECT app.named_for())::uuid[]))
  AND ((SELECT app.is_authority())
    OR (provider_id = (SELECT app.provider_id()) AND ((SELECT app.all_offices()) OR office_id = ANY ((SELECT app.office_ids())::uuid[])))
    OR participant_id = (SELECT app.participant_id())));
CREATE POLICY tenant ON report TO portal_app USING (
  (NOT protected OR participant_id = (SELECT app.participant_id()) OR participant_id = ANY ((SELECT app.named_for())::uuid[]))
  AND ((SELECT app.is_authority())
    OR (provider_id = (SELECT app.provider_id()) AND ((SELECT app.all_offices()) OR office_id = ANY ((SELECT app.office_ids())::uuid[])))
    OR participant_id = (SELECT app.participant_id())));
GRANT SELECT, INSERT, UPDATE ON placement, report TO portal_app;

CREATE POLICY through_placement ON plan TO portal_app USING (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY through_plan ON plan_activity TO portal_app USING (EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id));
CREATE POLICY through_placement ON activity_entry TO portal_app USING (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY through_report ON report_row TO portal_app USING (EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
GRANT SELECT, INSERT ON plan, plan_activity, report_row TO portal_app;
GRANT SELECT, INSERT, UPDATE ON activity_entry TO portal_app;
GRANT USAGE ON SEQUENCE report_row_id_seq TO portal_app;
-- What is being filled in is the provider's alone; findings and decisions are not shown to the participant.
CREATE POLICY provider_only ON month_draft TO portal_app USING (
  (SELECT app.provider_id()) IS NOT NULL AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON month_draft TO portal_app;
CREATE POLICY not_participant ON check_finding TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
CREATE POLICY not_participant ON review_decision TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
GRANT SELECT, INSERT ON check_finding, review_decision TO portal_app;

CREATE POLICY seen_by_placement ON participant TO portal_app USING (
  id = (SELECT app.participant_id())
  OR ((SELECT app.is_authority()) AND (NOT protected OR id = ANY ((SELECT app.named_for())::uuid[])))
  OR EXISTS (SELECT 1 FROM placement p WHERE p.participant_id = participant.id));
GRANT SELECT, UPDATE ON participant TO portal_app;
CREATE POLICY seen_by_participant ON decision TO portal_app USING (EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id));
CREATE POLICY seen_by_decision ON service_period TO portal_app USING (
  EXISTS (SELECT 1 FROM decision d WHERE d.id = decision_id)
  AND (placement_id IS NULL OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id)));
GRANT SELECT, INSERT, UPDATE ON decision, service_period TO portal_app;
CREATE POLICY own_or_authority ON choice TO portal_app USING (
  participant_id = (SELECT app.participant_id()) OR ((SELECT app.is_authority()) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id)));
GRANT SELECT, INSERT ON choice TO portal_app;
CREATE POLICY concerned ON provider_switch TO portal_app USING (
  participant_id = (SELECT app.participant_id()) OR EXISTS (SELECT 1 FROM placement p WHERE p.id IN (from_placement_id, to_placement_id)));
GRANT SELECT, INSERT, UPDATE ON provider_switch TO portal_app;

-- People: oneself, one's colleagues, one's participants; a participant sees the coach.
CREATE POLICY concerned ON membership FOR SELECT TO portal_app USING (
  person_id = (SELECT app.person_id()) OR (SELECT app.is_authority()) OR provider_id = (SELECT app.provider_id())
  OR ((SELECT app.participant_id()) IS NOT NULL AND EXISTS (SELECT 1 FROM placement p WHERE p.coach_person_id = membership.person_id)));
CREATE POLICY concerned ON membership_office FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM membership m WHERE m.id = membership_id));
CREATE POLICY concerned ON person FOR SELECT TO portal_app USING (
  id = (SELECT app.person_id())
  OR ((SELECT app.is_authority()) AND NOT protected)
  OR EXISTS (SELECT 1 FROM participant p WHERE p.person_id = person.id)
  OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = person.id AND m.organisation <> 'self'));
CREATE POLICY own ON person FOR UPDATE TO portal_app USING (id = (SELECT app.person_id()));
GRANT SELECT ON membership, membership_office, person TO portal_app;
GRANT UPDATE (locale, version) ON person TO portal_app;

-- Money: the provider's own, and the authority's.
CREATE POLICY tenant ON attestation TO portal_app USING ((SELECT app.is_authority()) OR provider_id = (SELECT app.provider_id()));
GRANT SELECT, INSERT ON attestation TO portal_app;
CREATE POLICY tenant ON statement FOR SELECT TO portal_app USING ((SELECT app.is_authority()) OR provider_id = (SELECT app.provider_id()));
CREATE POLICY tenant ON statement_line FOR SELECT TO portal_app USING ((SELECT app.is_authority()) OR provider_id = (SELECT app.provider_id()));
CREATE POLICY tenant ON statement_input FOR SELECT TO portal_app USING ((SELECT app.is_authority()) OR provider_id = (SELECT app.provider_id()));
GRANT SELECT ON statement, statement_line, statement_input TO portal_app;
CREATE POLICY authority ON statement_run TO portal_app USING ((SELECT app.is_authority()));
GRANT SELECT, INSERT, UPDATE ON statement_run TO portal_app;

-- Machines
CREATE POLICY own ON api_client FOR SELECT TO portal_app USING (provider_id = (SELECT app.provider_id()));
GRANT SELECT ON api_client TO portal_app;

-- Command machinery: each actor's own keys and kept forms; the audit log takes entries from all.
CREATE POLICY own ON idempotency_key TO portal_app USING (actor_key = (SELECT app.actor_key()));
GRANT SELECT, INSERT, UPDATE ON idempotency_key TO portal_app;
CREATE POLICY own ON form_attempt TO portal_app USING (actor_key = (SELECT app.actor_key()));
GRANT SELECT, INSERT ON form_attempt TO portal_app;
CREATE POLICY write ON audit_entry FOR INSERT TO portal_app, portal_worker WITH CHECK (true);
CREATE POLICY read ON audit_entry FOR SELECT TO portal_app USING (
  app.setting('role') = 'auditor' OR participant_ids @> ARRAY[(SELECT app.participant_id())]);
GRANT INSERT, SELECT ON audit_entry TO portal_app;
GRANT USAGE ON SEQUENCE audit_entry_id_seq TO portal_app, portal_worker;
CREATE POLICY read ON audit_chain FOR SELECT TO portal_app USING (true);
GRANT SELECT ON audit_chain TO portal_app;

-- --- The worker: reads facts, posts statements, chains the log, cleans up ---------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['placement', 'service_period', 'report', 'person', 'membership', 'attestation', 'statement_run', 'statement', 'statement_line',
    'statement_input', 'audit_entry', 'audit_chain', 'idempotency_key', 'form_attempt', 'provider_switch']
  LOOP
    EXECUTE format('CREATE POLICY worker ON %I TO portal_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_worker', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE ON statement, statement_run TO portal_worker;
GRANT INSERT ON statement_line, statement_input, audit_entry, audit_chain TO portal_worker;
GRANT DELETE ON idempotency_key, form_attempt TO portal_worker;
GRANT USAGE ON SEQUENCE statement_line_id_seq TO portal_worker;
