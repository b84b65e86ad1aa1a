-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "asks_everybody" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "closes_at" TIMESTAMPTZ(3),
ADD COLUMN     "has_invited" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_anonymous" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "is_result_due" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "next_reminder_at" TIMESTAMPTZ(3),
ADD COLUMN     "opens_at" TIMESTAMPTZ(3),
ADD COLUMN     "remind_every_days" INTEGER,
ADD COLUMN     "reopened_reason" VARCHAR(300),
ADD COLUMN     "series_id" UUID;

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "time_zone" VARCHAR(64) NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "respondent_id" UUID,
ADD COLUMN     "respondent_role" VARCHAR(16),
ADD COLUMN     "work_function" VARCHAR(24);

-- CreateTable
CREATE TABLE "cycle_series" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "assessment_slug" VARCHAR(64) NOT NULL,
    "days_open" INTEGER NOT NULL,
    "remind_every_days" INTEGER,
    "is_anonymous" BOOLEAN NOT NULL,
    "asks_everybody" BOOLEAN NOT NULL,
    "next_opens_at" TIMESTAMPTZ(3),
    "created_by" VARCHAR(100) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cycle_series_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "respondent" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "member_id" UUID,
    "address" VARCHAR(254),
    "language" VARCHAR(8),
    "respondent_role" VARCHAR(16),
    "work_function" VARCHAR(24),
    "link_hash" CHAR(64),
    "mark_hash" CHAR(64),
    "has_answered" BOOLEAN NOT NULL DEFAULT false,
    "invited_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "respondent_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "open_link" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_by" VARCHAR(100) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "open_link_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "mail_refusal" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "address_hash" CHAR(64) NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_refusal_pkey" PRIMARY KEY ("organization_id","address_hash")
);

-- CreateTable
CREATE TABLE "team_result" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "cycle_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "respondents" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "method" VARCHAR(16) NOT NULL,
    "figures" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_result_pkey" PRIMARY KEY ("organization_id","cycle_id","number")
);

-- CreateTable
CREATE TABLE "consensus_answer" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "cycle_id" UUID NOT NULL,
    "item_id" VARCHAR(64) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "value" JSONB,
    "reason" VARCHAR(1000) NOT NULL,
    "set_by" VARCHAR(100) NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consensus_answer_pkey" PRIMARY KEY ("organization_id","cycle_id","item_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "assessment_slug" VARCHAR(64) NOT NULL,
    "item_id" VARCHAR(64) NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "link" VARCHAR(500),
    "owner_id" UUID,
    "expires_on" DATE,
    "reminded_of" DATE,
    "added_by" VARCHAR(100) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "evidence_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("organization_id","evidence_id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "title" VARCHAR(80) NOT NULL,
    "added_by" VARCHAR(100) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "kpi" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "library_id" VARCHAR(64),
    "name" VARCHAR(120) NOT NULL,
    "unit" VARCHAR(40) NOT NULL,
    "definition" VARCHAR(1000),
    "higher_is_better" BOOLEAN NOT NULL,
    "cadence" VARCHAR(16) NOT NULL,
    "owner_id" UUID,
    "baseline" DOUBLE PRECISION,
    "baseline_on" DATE,
    "worst" DOUBLE PRECISION,
    "middle" DOUBLE PRECISION,
    "best" DOUBLE PRECISION,
    "targets" JSONB NOT NULL DEFAULT '{}',
    "reminded_of" DATE,
    "archived_at" TIMESTAMPTZ(3),
    "created_by" VARCHAR(100) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kpi_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "kpi_reading" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "kpi_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "note" VARCHAR(300),
    "source" VARCHAR(8) NOT NULL,
    "entered_by" VARCHAR(100) NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kpi_reading_pkey" PRIMARY KEY ("organization_id","kpi_id","on_day")
);

-- CreateTable
CREATE TABLE "api_key" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "prefix" VARCHAR(16) NOT NULL,
    "key_hash" CHAR(64) NOT NULL,
    "scope" VARCHAR(8) NOT NULL,
    "created_by" VARCHAR(100) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "idempotent_request" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "api_key_id" UUID NOT NULL,
    "key" VARCHAR(100) NOT NULL,
    "request_hash" CHAR(64) NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_request_pkey" PRIMARY KEY ("organization_id","api_key_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "respondent_link_hash_key" ON "respondent"("link_hash");

-- CreateIndex
CREATE UNIQUE INDEX "respondent_mark_hash_key" ON "respondent"("mark_hash");

-- CreateIndex
CREATE UNIQUE INDEX "respondent_organization_id_cycle_id_member_id_key" ON "respondent"("organization_id", "cycle_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "respondent_organization_id_cycle_id_address_key" ON "respondent"("organization_id", "cycle_id", "address");

-- CreateIndex
CREATE UNIQUE INDEX "open_link_token_hash_key" ON "open_link"("token_hash");

-- CreateIndex
CREATE INDEX "evidence_organization_id_assessment_slug_item_id_idx" ON "evidence"("organization_id", "assessment_slug", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "kpi_organization_id_library_id_key" ON "kpi"("organization_id", "library_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "response_organization_id_respondent_id_key" ON "response"("organization_id", "respondent_id");

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_organization_id_respondent_id_fkey" FOREIGN KEY ("organization_id", "respondent_id") REFERENCES "respondent"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_organization_id_series_id_fkey" FOREIGN KEY ("organization_id", "series_id") REFERENCES "cycle_series"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "cycle_series" ADD CONSTRAINT "cycle_series_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "respondent" ADD CONSTRAINT "respondent_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "respondent" ADD CONSTRAINT "respondent_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "cycle"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "respondent" ADD CONSTRAINT "respondent_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "member"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "open_link" ADD CONSTRAINT "open_link_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_link" ADD CONSTRAINT "open_link_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "cycle"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_refusal" ADD CONSTRAINT "mail_refusal_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_result" ADD CONSTRAINT "team_result_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_result" ADD CONSTRAINT "team_result_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "cycle"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensus_answer" ADD CONSTRAINT "consensus_answer_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensus_answer" ADD CONSTRAINT "consensus_answer_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "cycle"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "member"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_organization_id_evidence_id_fkey" FOREIGN KEY ("organization_id", "evidence_id") REFERENCES "evidence"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi" ADD CONSTRAINT "kpi_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "member"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "kpi_reading" ADD CONSTRAINT "kpi_reading_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kpi_reading" ADD CONSTRAINT "kpi_reading_organization_id_kpi_id_fkey" FOREIGN KEY ("organization_id", "kpi_id") REFERENCES "kpi"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_request" ADD CONSTRAINT "idempotent_request_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_request" ADD CONSTRAINT "idempotent_request_organization_id_api_key_id_fkey" FOREIGN KEY ("organization_id", "api_key_id") REFERENCES "api_key"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every new tenant table: rows of the organisation that the transaction is in, and no others; forced, so that it holds for an owner too.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['cycle_series', 'respondent', 'open_link', 'mail_refusal', 'team_result', 'consensus_answer', 'evidence', 'evidence_file', 'milestone',
    'kpi', 'kpi_reading', 'api_key', 'idempotent_request'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO pinhigh_tenant', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = app_organization_id()) WITH CHECK (organization_id = app_organization_id())', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tenant_table);
  END LOOP;
END $$;
-- What was computed of a closed cycle is not changed; a cycle that is closed again gets another one.
REVOKE UPDATE ON "team_result" FROM pinhigh_tenant;

-- Cycles that there were before were said to name nobody: from here on the rows do not either. Whoever was asked and had answered is a
-- respondent; the answers are nobody's in particular.
ALTER TABLE "response" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "cycle" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "respondent" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "member" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "respondent" ("organization_id", "id", "cycle_id", "member_id", "respondent_role", "work_function", "has_answered")
  SELECT r.organization_id, gen_random_uuid(), r.cycle_id, r.member_id, m.respondent_role, m.work_function, r.submitted_at IS NOT NULL
  FROM "response" r JOIN "member" m ON m.organization_id = r.organization_id AND m.id = r.member_id WHERE r.cycle_id IS NOT NULL;
UPDATE "response" r SET respondent_role = m.respondent_role, work_function = m.work_function
  FROM "member" m WHERE m.organization_id = r.organization_id AND m.id = r.member_id AND r.cycle_id IS NOT NULL;
UPDATE "response" SET member_id = NULL WHERE cycle_id IS NOT NULL;
UPDATE "cycle" SET has_invited = true;
UPDATE "cycle" SET is_result_due = true WHERE closed_at IS NOT NULL;
ALTER TABLE "response" FORCE ROW LEVEL SECURITY;
ALTER TABLE "cycle" FORCE ROW LEVEL SECURITY;
ALTER TABLE "respondent" FORCE ROW LEVEL SECURITY;
ALTER TABLE "member" FORCE ROW LEVEL SECURITY;

-- Anonymity is kept by the database: it is chosen when a cycle is made, and no answer in such a cycle is bound to anybody.
CREATE FUNCTION guard_anonymity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_anonymous <> OLD.is_anonymous THEN RAISE EXCEPTION 'whether a cycle is anonymous does not change'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_anonymity BEFORE UPDATE OF is_anonymous ON "cycle" FOR EACH ROW EXECUTE FUNCTION guard_anonymity();
CREATE FUNCTION guard_anonymous_response() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.cycle_id IS NOT NULL AND (NEW.member_id IS NOT NULL OR NEW.respondent_id IS NOT NULL)
    AND EXISTS (SELECT 1 FROM "cycle" c WHERE c.organization_id = NEW.organization_id AND c.id = NEW.cycle_id AND c.is_anonymous) THEN
    RAISE EXCEPTION 'an anonymous cycle binds no answer to anybody';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_anonymity BEFORE INSERT OR UPDATE OF cycle_id, member_id, respondent_id ON "response" FOR EACH ROW EXECUTE FUNCTION guard_anonymous_response();

-- An evidence is a link or a file, a reading a number that can be drawn.
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_size" CHECK (size = octet_length(content) AND size BETWEEN 1 AND 10485760);
ALTER TABLE "kpi_reading" ADD CONSTRAINT "kpi_reading_finite" CHECK (value <> 'NaN' AND abs(value) < 1e15);
ALTER TABLE "kpi_reading" ADD CONSTRAINT "kpi_reading_source" CHECK (source IN ('hand', 'csv', 'api'));
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_closes_after_opening" CHECK (closes_at > COALESCE(opens_at, opened_at));

-- A personal link, an open link and a key open their own row, and the name of the organisation that gave them.
CREATE POLICY token ON "respondent" FOR SELECT USING (link_hash = app_token_hash());
CREATE POLICY token ON "open_link" FOR SELECT USING (token_hash = app_token_hash());
CREATE POLICY token ON "api_key" FOR SELECT USING (key_hash = app_token_hash());
ALTER POLICY token ON "organization" USING (
  app_token_hash() IS NOT NULL
  AND (EXISTS (SELECT 1 FROM "invitation" i WHERE i.organization_id = organization.id AND i.token_hash = app_token_hash())
    OR EXISTS (SELECT 1 FROM "engagement_offer" o WHERE o.organization_id = organization.id AND o.token_hash = app_token_hash())
    OR EXISTS (SELECT 1 FROM "respondent" r WHERE r.organization_id = organization.id AND r.link_hash = app_token_hash())
    OR EXISTS (SELECT 1 FROM "open_link" l WHERE l.organization_id = organization.id AND l.token_hash = app_token_hash())
    OR EXISTS (SELECT 1 FROM "api_key" k WHERE k.organization_id = organization.id AND k.key_hash = app_token_hash())));

-- What a consultant may see of a client from outside of it.
CREATE POLICY consultant ON "team_result" FOR SELECT TO pinhigh_tenant USING (organization_id IN (SELECT app_clients(ARRAY['see_results'])));

-- The job runner looks for what is due in all organisations, and does it inside each: it sees when, and nothing else.
GRANT SELECT ("organization_id", "id", "opens_at", "closes_at", "closed_at", "next_reminder_at", "has_invited", "is_result_due") ON "cycle" TO pinhigh_operator;
GRANT SELECT ("organization_id", "id", "next_opens_at") ON "cycle_series" TO pinhigh_operator;
GRANT SELECT ("organization_id", "id", "expires_on", "reminded_of") ON "evidence" TO pinhigh_operator;
GRANT SELECT ("organization_id", "id", "cadence", "owner_id", "archived_at", "reminded_of") ON "kpi" TO pinhigh_operator;
GRANT SELECT ("organization_id", "api_key_id", "key", "created_at"), DELETE ON "idempotent_request" TO pinhigh_operator;
CREATE POLICY operator ON "cycle_series" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator ON "evidence" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator ON "kpi" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator ON "idempotent_request" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator_tidies ON "idempotent_request" FOR DELETE TO pinhigh_operator USING (created_at < now() - interval '2 days');

-- Erasing a person: what asks their address, in whatever organisation.
CREATE POLICY erased ON "respondent" FOR SELECT TO pinhigh_tenant USING (lower(address) = app_erased_address());
CREATE POLICY erased_removed ON "respondent" FOR DELETE TO pinhigh_tenant USING (lower(address) = app_erased_address());
