-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "benchmark_consent_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "benchmark_contribution" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "cycle_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "family" VARCHAR(80) NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "industry" VARCHAR(48),
    "size_band" VARCHAR(16),
    "region" VARCHAR(48),
    "scores" JSONB NOT NULL,
    "items" JSONB NOT NULL,

    CONSTRAINT "benchmark_contribution_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "benchmark_member" (
    "contribution_id" UUID NOT NULL,
    "family" VARCHAR(80) NOT NULL,
    "industry" VARCHAR(48),
    "size_band" VARCHAR(16),
    "region" VARCHAR(48),
    "circle" VARCHAR(64),
    "block" UUID,
    "spent_at" TIMESTAMPTZ(3),

    CONSTRAINT "benchmark_member_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateTable
CREATE TABLE "benchmark_snapshot" (
    "family" VARCHAR(80) NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "organizations" INTEGER NOT NULL,

    CONSTRAINT "benchmark_snapshot_pkey" PRIMARY KEY ("family")
);

-- CreateTable
CREATE TABLE "benchmark_cohort" (
    "family" VARCHAR(80) NOT NULL,
    "cohort" VARCHAR(120) NOT NULL,
    "part" VARCHAR(80) NOT NULL,
    "rank" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "bins" INTEGER[],
    "sum" DOUBLE PRECISION NOT NULL,
    "squares" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "benchmark_cohort_pkey" PRIMARY KEY ("family","cohort","part")
);

-- CreateTable
CREATE TABLE "benchmark_best" (
    "family" VARCHAR(80) NOT NULL,
    "cohort" VARCHAR(120) NOT NULL,
    "item" VARCHAR(64) NOT NULL,
    "best_count" INTEGER NOT NULL,
    "best_mean" DOUBLE PRECISION NOT NULL,
    "rest_count" INTEGER NOT NULL,
    "rest_mean" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "benchmark_best_pkey" PRIMARY KEY ("family","cohort","item")
);

-- CreateTable
CREATE TABLE "reference_set" (
    "id" UUID NOT NULL,
    "slug" VARCHAR(64) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "source" VARCHAR(300) NOT NULL,
    "url" VARCHAR(500),
    "year" INTEGER NOT NULL,
    "method" VARCHAR(600) NOT NULL,
    "licence" VARCHAR(200) NOT NULL,
    "n" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_value" (
    "set_id" UUID NOT NULL,
    "part" VARCHAR(80) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "at" VARCHAR(64) NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "reference_value_pkey" PRIMARY KEY ("set_id","part","kind","at")
);

-- CreateIndex
CREATE INDEX "benchmark_contribution_family_idx" ON "benchmark_contribution"("family");

-- CreateIndex
CREATE UNIQUE INDEX "benchmark_contribution_organization_id_cycle_id_number_key" ON "benchmark_contribution"("organization_id", "cycle_id", "number");

-- CreateIndex
CREATE INDEX "benchmark_member_family_block_idx" ON "benchmark_member"("family", "block");

-- CreateIndex
CREATE UNIQUE INDEX "reference_set_slug_name_key" ON "reference_set"("slug", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organization_id_is_synthetic_key" ON "organization"("id", "is_synthetic");

-- AddForeignKey
ALTER TABLE "benchmark_contribution" ADD CONSTRAINT "benchmark_contribution_organization_id_is_synthetic_fkey" FOREIGN KEY ("organization_id", "is_synthetic") REFERENCES "organization"("id", "is_synthetic") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benchmark_contribution" ADD CONSTRAINT "benchmark_contribution_organization_id_cycle_id_number_fkey" FOREIGN KEY ("organization_id", "cycle_id", "number") REFERENCES "team_result"("organization_id", "cycle_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benchmark_cohort" ADD CONSTRAINT "benchmark_cohort_family_fkey" FOREIGN KEY ("family") REFERENCES "benchmark_snapshot"("family") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference_value" ADD CONSTRAINT "reference_value_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "reference_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who makes benchmarks: a role that reads what is shared for them and nothing else of anybody, and writes what comes of it.
DO $$
DECLARE name text := 'pinhigh_benchmark';
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF NOT pg_has_role(current_user, name, CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
    EXECUTE format('GRANT %I TO CURRENT_USER', name);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO pinhigh_benchmark;

GRANT SELECT, INSERT, UPDATE, DELETE ON "benchmark_contribution" TO pinhigh_tenant;
CREATE POLICY tenant ON "benchmark_contribution" USING (organization_id = app_organization_id()) WITH CHECK (organization_id = app_organization_id());
ALTER TABLE "benchmark_contribution" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON "benchmark_contribution" TO pinhigh_benchmark;
CREATE POLICY benchmark ON "benchmark_contribution" FOR SELECT TO pinhigh_benchmark USING (true);

-- What is invented is in no benchmark: the key holds it to what the organisation is, and this refuses it.
ALTER TABLE "benchmark_contribution" ADD CONSTRAINT "benchmark_contribution_is_real" CHECK (NOT is_synthetic);
ALTER TABLE "organization" ADD CONSTRAINT "organization_shares_nothing_invented" CHECK (NOT is_synthetic OR benchmark_consent_at IS NULL);
-- Nothing is shared without consent. The row is held, so that what comes in while consent is taken back waits for that, and is refused.
CREATE FUNCTION guard_benchmark_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "organization" o WHERE o.id = NEW.organization_id AND o.benchmark_consent_at IS NOT NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this organisation shares nothing for benchmarks' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_consent BEFORE INSERT OR UPDATE ON "benchmark_contribution" FOR EACH ROW EXECUTE FUNCTION guard_benchmark_consent();

-- What is older than two years goes, by the clock of the database.
GRANT DELETE ON "benchmark_contribution" TO pinhigh_benchmark;
CREATE POLICY benchmark_expires ON "benchmark_contribution" FOR DELETE TO pinhigh_benchmark USING (closed_at < now() - interval '24 months');

-- Which consultancy knows whose results.
GRANT SELECT ("organization_id", "consultancy_id", "scopes", "ends_on", "ended_at") ON "engagement" TO pinhigh_benchmark;
CREATE POLICY benchmark ON "engagement" FOR SELECT TO pinhigh_benchmark USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON "benchmark_member", "benchmark_snapshot", "benchmark_cohort", "benchmark_best" TO pinhigh_benchmark;
GRANT SELECT ON "benchmark_snapshot", "benchmark_cohort", "benchmark_best", "reference_set", "reference_value" TO pinhigh_tenant;
-- Of the members everybody sees their own: whether a result is in, waits, or was taken out.
ALTER TABLE "benchmark_member" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY benchmark ON "benchmark_member" TO pinhigh_benchmark USING (true) WITH CHECK (true);
GRANT SELECT ON "benchmark_member" TO pinhigh_tenant;
CREATE POLICY own ON "benchmark_member" FOR SELECT TO pinhigh_tenant
  USING (EXISTS (SELECT 1 FROM "benchmark_contribution" c WHERE c.organization_id = app_organization_id() AND c.id = contribution_id));

ALTER TABLE "reference_set" ADD CONSTRAINT "reference_set_n" CHECK (n > 0);
-- Scores, percents and places; NaN is larger than any of them.
ALTER TABLE "reference_value" ADD CONSTRAINT "reference_value_value" CHECK (value BETWEEN 0 AND 100);
-- Reference sets are brought in by whoever runs the installation, and read by everybody.
GRANT SELECT, INSERT, DELETE ON "reference_set", "reference_value" TO pinhigh_operator;
GRANT SELECT ON "reference_set", "reference_value" TO pinhigh_app;
-- A consultancy compares those of its clients that share, as far as it may see their results.
CREATE POLICY consultant ON "benchmark_contribution" FOR SELECT TO pinhigh_tenant USING (organization_id IN (SELECT app_clients(ARRAY['see_results'])));
