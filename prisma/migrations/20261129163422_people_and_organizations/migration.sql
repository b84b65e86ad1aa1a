-- What the settings of a transaction say (withTenant, withPerson, withToken). Inside a door, unset means no organisation, and nobody's
-- cannot be entered; outside of one it is always nobody's, whatever a setting says.
CREATE FUNCTION app_organization_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT CASE WHEN current_user IN ('pinhigh_tenant', 'pinhigh_operator')
       THEN NULLIF(NULLIF(current_setting('app.organization_id', true), '')::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
       ELSE '00000000-0000-0000-0000-000000000000'::uuid END $$;
CREATE FUNCTION app_person_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT NULLIF(current_setting('app.person_id', true), '')::uuid $$;
CREATE FUNCTION app_token_hash() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT NULLIF(current_setting('app.token_hash', true), '') $$;

-- DropForeignKey
ALTER TABLE "answer" DROP CONSTRAINT "answer_response_id_fkey";

-- DropForeignKey
ALTER TABLE "portfolio_member" DROP CONSTRAINT "portfolio_member_portfolio_id_fkey";

-- DropForeignKey
ALTER TABLE "portfolio_member" DROP CONSTRAINT "portfolio_member_response_id_fkey";

-- DropForeignKey
ALTER TABLE "result" DROP CONSTRAINT "result_response_id_fkey";

-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "organization_id" UUID NOT NULL DEFAULT app_organization_id();

-- AlterTable
ALTER TABLE "portfolio" ADD COLUMN     "organization_id" UUID NOT NULL DEFAULT app_organization_id();

-- AlterTable
ALTER TABLE "portfolio_member" ADD COLUMN     "organization_id" UUID NOT NULL DEFAULT app_organization_id();

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "claimed_from" UUID,
ADD COLUMN     "cycle_id" UUID,
ADD COLUMN     "member_id" UUID,
ADD COLUMN     "organization_id" UUID NOT NULL DEFAULT app_organization_id();

-- AlterTable
ALTER TABLE "result" ADD COLUMN     "organization_id" UUID NOT NULL DEFAULT app_organization_id();

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" VARCHAR(500),
    "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
    "language" VARCHAR(8),
    "operator_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" VARCHAR(255) NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" VARCHAR(64),
    "user_agent" VARCHAR(400),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "account_id" VARCHAR(255) NOT NULL,
    "provider_id" VARCHAR(64) NOT NULL,
    "person_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" VARCHAR(255),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" VARCHAR(255) NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "name" VARCHAR(100),
    "public_key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" BIGINT NOT NULL,
    "device_type" VARCHAR(32) NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" VARCHAR(255),
    "aaguid" VARCHAR(64),
    "created_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "used_code" (
    "person_id" UUID NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "used_code_pkey" PRIMARY KEY ("person_id","code_hash")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "slug" VARCHAR(64) NOT NULL,
    "industry" VARCHAR(48),
    "size_band" VARCHAR(16),
    "region" VARCHAR(48),
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retention_days" INTEGER,
    "support_access_until" TIMESTAMPTZ(3),
    "deletion_requested_at" TIMESTAMPTZ(3),
    "erase_after" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" VARCHAR(16) NOT NULL,
    "respondent_role" VARCHAR(16),
    "work_function" VARCHAR(24),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "open_address" VARCHAR(254),
    "role" VARCHAR(16) NOT NULL,
    "respondent_role" VARCHAR(16),
    "work_function" VARCHAR(24),
    "token_hash" CHAR(64) NOT NULL,
    "invited_by" VARCHAR(100) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_count" INTEGER NOT NULL DEFAULT 1,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "engagement_offer" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "scopes" VARCHAR(24)[],
    "ends_on" DATE,
    "token_hash" CHAR(64) NOT NULL,
    "offered_by" VARCHAR(100) NOT NULL,
    "member_id" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "engagement_offer_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "engagement" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "consultancy_id" UUID NOT NULL,
    "scopes" VARCHAR(24)[],
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" VARCHAR(100),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "engagement_assignment" (
    "organization_id" UUID NOT NULL,
    "engagement_id" UUID NOT NULL,
    "consultancy_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "engagement_assignment_pkey" PRIMARY KEY ("organization_id","engagement_id","member_id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "assessment_hash" CHAR(64) NOT NULL,
    "assessment_slug" VARCHAR(64) NOT NULL,
    "period" VARCHAR(16) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_by" VARCHAR(100) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "actor_name" VARCHAR(100) NOT NULL,
    "actor_for" VARCHAR(120),
    "session_id" UUID,
    "action" VARCHAR(48) NOT NULL,
    "object_kind" VARCHAR(32) NOT NULL,
    "object_id" VARCHAR(64),
    "object_name" VARCHAR(254),
    "detail" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" VARCHAR(48) NOT NULL,
    "values" JSONB NOT NULL,
    "path" VARCHAR(300) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "person_id" UUID NOT NULL,
    "kind" VARCHAR(48) NOT NULL,
    "by_mail" BOOLEAN NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" VARCHAR(48) NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "language" VARCHAR(8) NOT NULL,
    "values" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "problem" VARCHAR(300),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "credential_person_id_idx" ON "credential"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_provider_id_account_id_key" ON "credential"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "verification_expires_at_idx" ON "verification"("expires_at");

-- CreateIndex
CREATE INDEX "two_factor_person_id_idx" ON "two_factor"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "organization_erase_after_idx" ON "organization"("erase_after");

-- CreateIndex
CREATE INDEX "member_person_id_idx" ON "member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_person_id_key" ON "member"("organization_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_id_person_id_key" ON "member"("organization_id", "id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_organization_id_open_address_key" ON "invitation"("organization_id", "open_address");

-- CreateIndex
CREATE UNIQUE INDEX "engagement_offer_token_hash_key" ON "engagement_offer"("token_hash");

-- CreateIndex
CREATE INDEX "engagement_consultancy_id_idx" ON "engagement"("consultancy_id");

-- CreateIndex
CREATE UNIQUE INDEX "engagement_organization_id_id_consultancy_id_key" ON "engagement"("organization_id", "id", "consultancy_id");

-- CreateIndex
CREATE INDEX "engagement_assignment_person_id_idx" ON "engagement_assignment"("person_id");

-- CreateIndex
CREATE INDEX "engagement_assignment_consultancy_id_member_id_idx" ON "engagement_assignment"("consultancy_id", "member_id");

-- CreateIndex
CREATE INDEX "cycle_assessment_hash_idx" ON "cycle"("assessment_hash");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_organization_id_assessment_slug_period_key" ON "cycle"("organization_id", "assessment_slug", "period");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_at_idx" ON "audit_event"("organization_id", "at" DESC);

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_idx" ON "notification"("person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "mail_due_at_idx" ON "mail"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_organization_id_id_key" ON "portfolio"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "response_organization_id_id_key" ON "response"("organization_id", "id");

-- CreateIndex
CREATE INDEX "response_organization_id_submitted_at_idx" ON "response"("organization_id", "submitted_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "response_organization_id_cycle_id_member_id_key" ON "response"("organization_id", "cycle_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "response_organization_id_claimed_from_key" ON "response"("organization_id", "claimed_from");

-- CreateIndex
CREATE UNIQUE INDEX "result_organization_id_response_id_key" ON "result"("organization_id", "response_id");

-- Nobody: what anonymous visitors make belongs to this row, so that every row has an organisation.
ALTER TABLE "organization" ADD CONSTRAINT "organization_kind" CHECK (kind IN ('company', 'consultancy') OR (kind = 'nobody' AND id = '00000000-0000-0000-0000-000000000000'));
INSERT INTO "organization" ("id", "kind", "name", "slug") VALUES ('00000000-0000-0000-0000-000000000000', 'nobody', 'Nobody', 'nobody');

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "cycle"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "member"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "response"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "response"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_member" ADD CONSTRAINT "portfolio_member_organization_id_portfolio_id_fkey" FOREIGN KEY ("organization_id", "portfolio_id") REFERENCES "portfolio"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_member" ADD CONSTRAINT "portfolio_member_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "response"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "used_code" ADD CONSTRAINT "used_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_offer" ADD CONSTRAINT "engagement_offer_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_offer" ADD CONSTRAINT "engagement_offer_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "member"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_consultancy_id_fkey" FOREIGN KEY ("consultancy_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_assignment" ADD CONSTRAINT "engagement_assignment_organization_id_engagement_id_consul_fkey" FOREIGN KEY ("organization_id", "engagement_id", "consultancy_id") REFERENCES "engagement"("organization_id", "id", "consultancy_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_assignment" ADD CONSTRAINT "engagement_assignment_consultancy_id_member_id_person_id_fkey" FOREIGN KEY ("consultancy_id", "member_id", "person_id") REFERENCES "member"("organization_id", "id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement_assignment" ADD CONSTRAINT "engagement_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_assessment_hash_fkey" FOREIGN KEY ("assessment_hash") REFERENCES "assessment_version"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles. The application runs as pinhigh_app and drops to pinhigh_tenant inside a door; neither owns anything or can pass row-level
-- security. Roles belong to the whole server: another database on it may have made them already, perhaps in this moment.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['pinhigh_app', 'pinhigh_tenant', 'pinhigh_operator'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    -- From version 16 on, who makes a role may grant it, and may not yet take it on.
    IF NOT pg_has_role(current_user, name, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO pinhigh_app, pinhigh_tenant, pinhigh_operator;
-- Which migrations there were is no secret; the table is not there where only the schema is made.
DO $$ BEGIN IF to_regclass('"_prisma_migrations"') IS NOT NULL THEN GRANT SELECT ON "_prisma_migrations" TO pinhigh_app; END IF; END $$;

-- What belongs to an organisation, or to nobody.
GRANT SELECT, INSERT, UPDATE, DELETE ON "response", "answer", "result", "portfolio", "portfolio_member" TO pinhigh_app, pinhigh_tenant;
GRANT SELECT, INSERT, UPDATE ON "organization" TO pinhigh_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON "invitation", "engagement_offer", "engagement", "engagement_assignment", "cycle", "notification_preference" TO pinhigh_tenant;
-- Whose a membership or a notification is does not change.
GRANT SELECT, INSERT, DELETE ON "member", "notification" TO pinhigh_tenant;
GRANT UPDATE ("role", "respondent_role", "work_function", "revision") ON "member" TO pinhigh_tenant;
GRANT UPDATE ("read_at") ON "notification" TO pinhigh_tenant;
GRANT SELECT, INSERT ON "audit_event" TO pinhigh_tenant;
-- What belongs to none: versions of assessments, computed plans, counters, mails on their way.
GRANT SELECT, INSERT ON "assessment_version" TO pinhigh_app;
GRANT SELECT ON "assessment_version" TO pinhigh_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON "plan", "rate_limit" TO pinhigh_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "mail" TO pinhigh_app;
GRANT INSERT ON "mail" TO pinhigh_tenant;
-- Who somebody is. Inside an organisation only the names and addresses of its people can be read, never a session or a password.
GRANT SELECT, INSERT, UPDATE, DELETE ON "person", "session", "credential", "verification", "two_factor", "passkey", "used_code" TO pinhigh_app;
GRANT SELECT ("id", "name", "email", "language") ON "person" TO pinhigh_tenant;
-- Who runs the installation sees which organisations and people there are and which mails wait, and no answers. What a mail says may
-- hold a link that opens an account.
GRANT SELECT ON "organization", "member", "engagement", "assessment_version" TO pinhigh_operator;
GRANT SELECT ("id", "kind", "address", "language", "attempts", "due_at", "created_at", "sent_at", "failed_at", "problem") ON "mail" TO pinhigh_operator;
GRANT SELECT ("id", "name", "email", "email_verified", "two_factor_enabled", "operator_since", "created_at") ON "person" TO pinhigh_operator;
GRANT UPDATE ("due_at", "failed_at", "attempts", "problem") ON "mail" TO pinhigh_operator;
GRANT DELETE ON "organization" TO pinhigh_operator;

-- Every tenant table: rows of the organisation that the transaction is in, and no others. Forced, so that it holds for an owner too.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['response', 'answer', 'result', 'portfolio', 'portfolio_member', 'member', 'invitation', 'engagement_offer', 'cycle'] LOOP
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = app_organization_id()) WITH CHECK (organization_id = app_organization_id())', tenant_table);
  END LOOP;
  FOREACH tenant_table IN ARRAY ARRAY['response', 'answer', 'result', 'portfolio', 'portfolio_member', 'member', 'invitation', 'engagement_offer', 'cycle', 'organization',
    'engagement', 'engagement_assignment', 'audit_event', 'notification', 'notification_preference', 'person'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tenant_table);
  END LOOP;
END $$;

CREATE POLICY tenant ON "organization" USING (id = app_organization_id()) WITH CHECK (id = app_organization_id());
-- An engagement and who works on it belong to the client, and both sides see them. Only the client's side makes one or widens it;
-- the consultancy can end it (a policy cannot say which columns, hence the trigger below).
CREATE POLICY tenant ON "engagement" USING (organization_id = app_organization_id()) WITH CHECK (organization_id = app_organization_id());
CREATE POLICY consultancy_sees ON "engagement" FOR SELECT USING (consultancy_id = app_organization_id());
CREATE POLICY consultancy_ends ON "engagement" FOR UPDATE USING (consultancy_id = app_organization_id()) WITH CHECK (consultancy_id = app_organization_id());
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_two_sides" CHECK (organization_id <> consultancy_id);
CREATE FUNCTION guard_engagement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.organization_id, NEW.id, NEW.consultancy_id, NEW.started_at) IS DISTINCT FROM (OLD.organization_id, OLD.id, OLD.consultancy_id, OLD.started_at) THEN
    RAISE EXCEPTION 'an engagement stays between its two sides';
  END IF;
  IF OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN RAISE EXCEPTION 'an engagement that has ended does not change'; END IF;
  IF app_organization_id() = OLD.consultancy_id
    AND ((NEW.scopes, NEW.ends_on) IS DISTINCT FROM (OLD.scopes, OLD.ends_on) OR NEW.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a consultancy can only end an engagement';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON "engagement" FOR EACH ROW EXECUTE FUNCTION guard_engagement();
CREATE POLICY client_sees ON "engagement_assignment" FOR SELECT USING (organization_id = app_organization_id());
CREATE POLICY consultancy ON "engagement_assignment" USING (consultancy_id = app_organization_id()) WITH CHECK (consultancy_id = app_organization_id());

-- A person finds their own way in: the organisations they are a member of, and the clients they are assigned to.
CREATE POLICY own ON "member" FOR SELECT USING (person_id = app_person_id());
CREATE POLICY own ON "engagement_assignment" FOR SELECT USING (person_id = app_person_id());
CREATE POLICY assigned ON "engagement" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "engagement_assignment" a WHERE a.organization_id = engagement.organization_id AND a.engagement_id = engagement.id AND a.person_id = app_person_id()));
-- The clients they work for now: assigned, with one of the scopes (null: any), through the engagement's last day in UTC. A set, which a
-- statement makes once, however many rows it looks at.
CREATE FUNCTION app_clients(wanted text[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS
  $$ SELECT e.organization_id FROM "engagement_assignment" a JOIN "engagement" e ON e.organization_id = a.organization_id AND e.id = a.engagement_id
       WHERE a.person_id = app_person_id() AND e.ended_at IS NULL
         AND (e.ends_on IS NULL OR e.ends_on >= (now() AT TIME ZONE 'UTC')::date) AND (wanted IS NULL OR wanted && e.scopes::text[]) $$;
CREATE POLICY own ON "organization" FOR SELECT USING (
  EXISTS (SELECT 1 FROM "member" m WHERE m.organization_id = organization.id AND m.person_id = app_person_id())
  OR id IN (SELECT app_clients(NULL)));
-- Both sides of an engagement know each other's name.
CREATE POLICY engaged ON "organization" FOR SELECT USING (
  EXISTS (SELECT 1 FROM "engagement" e WHERE e.organization_id = organization.id AND e.consultancy_id = app_organization_id())
  OR EXISTS (SELECT 1 FROM "engagement" e WHERE e.consultancy_id = organization.id AND e.organization_id = app_organization_id()));

-- A token opens its own row, and the name of the organisation that sent it.
CREATE POLICY token ON "response" FOR SELECT USING (take_token_hash = app_token_hash() OR result_token_hash = app_token_hash());
CREATE POLICY token ON "invitation" FOR SELECT USING (token_hash = app_token_hash());
CREATE POLICY token ON "engagement_offer" FOR SELECT USING (token_hash = app_token_hash());
CREATE POLICY token ON "organization" FOR SELECT USING (
  app_token_hash() IS NOT NULL
  AND (EXISTS (SELECT 1 FROM "invitation" i WHERE i.organization_id = organization.id AND i.token_hash = app_token_hash())
    OR EXISTS (SELECT 1 FROM "engagement_offer" o WHERE o.organization_id = organization.id AND o.token_hash = app_token_hash())));

-- What a consultant may see of a client from outside of it: which cycles there are, how many have answered for whoever runs them, and
-- results where the engagement shows them.
CREATE POLICY consultant ON "cycle" FOR SELECT USING (organization_id IN (SELECT app_clients(NULL)));
CREATE POLICY consultant ON "response" FOR SELECT USING (organization_id IN (SELECT app_clients(ARRAY['run_assessments', 'see_results'])));
CREATE POLICY consultant ON "result" FOR SELECT USING (organization_id IN (SELECT app_clients(ARRAY['see_results'])));

-- The audit trail grows and does not change: nobody has the right, and a trigger refuses an owner too. It goes with its organisation,
-- and the name of an erased person goes out of it.
CREATE POLICY tenant_reads ON "audit_event" FOR SELECT USING (organization_id = app_organization_id());
CREATE POLICY tenant_adds ON "audit_event" FOR INSERT WITH CHECK (organization_id = app_organization_id());
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.person_id IS NULL AND OLD.person_id = NULLIF(current_setting('app.erased_person_id', true), '')::uuid
    AND (NEW.organization_id, NEW.id, NEW.at, NEW.action, NEW.object_kind, NEW.object_id) IS NOT DISTINCT FROM (OLD.organization_id, OLD.id, OLD.at, OLD.action, OLD.object_kind, OLD.object_id) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "organization" WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
-- Erasing a person: only the rows of the one whose erasure the transaction is, and only to take the name away.
GRANT UPDATE ("person_id", "actor_name", "session_id") ON "audit_event" TO pinhigh_app;
CREATE POLICY erased ON "audit_event" FOR UPDATE TO pinhigh_app
  USING (person_id = NULLIF(current_setting('app.erased_person_id', true), '')::uuid) WITH CHECK (person_id IS NULL AND actor_name = '');
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

-- Notifications are made in an organisation and read by their person.
CREATE POLICY tenant_adds ON "notification" FOR INSERT WITH CHECK (organization_id = app_organization_id());
CREATE POLICY own ON "notification" FOR SELECT USING (person_id = app_person_id());
CREATE POLICY own_read ON "notification" FOR UPDATE USING (person_id = app_person_id());
CREATE POLICY own_removed ON "notification" FOR DELETE USING (person_id = app_person_id());
CREATE POLICY own ON "notification_preference" USING (person_id = app_person_id()) WITH CHECK (person_id = app_person_id());
CREATE POLICY tenant_reads ON "notification_preference" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "member" m WHERE m.person_id = notification_preference.person_id AND m.organization_id = app_organization_id()));

-- People: the identity services see all; a tenant its members, and the consultants who work for it.
CREATE POLICY identity ON "person" TO pinhigh_app USING (true) WITH CHECK (true);
CREATE POLICY tenant ON "person" FOR SELECT TO pinhigh_tenant USING (
  id = app_person_id()
  OR EXISTS (SELECT 1 FROM "member" m WHERE m.person_id = person.id AND m.organization_id = app_organization_id())
  OR EXISTS (SELECT 1 FROM "engagement_assignment" a WHERE a.person_id = person.id AND (a.organization_id = app_organization_id() OR a.consultancy_id = app_organization_id())));

-- The operator.
CREATE POLICY operator ON "organization" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator_erases ON "organization" FOR DELETE TO pinhigh_operator USING (erase_after < now() AND kind <> 'nobody');
CREATE POLICY operator ON "member" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator ON "engagement" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator ON "person" FOR SELECT TO pinhigh_operator USING (true);
