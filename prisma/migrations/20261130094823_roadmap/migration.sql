-- CreateTable
CREATE TABLE "scenario" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "first_quarter" VARCHAR(8) NOT NULL,
    "wishes" JSONB NOT NULL,
    "inputs" JSONB,
    "state" VARCHAR(16) NOT NULL DEFAULT 'waiting',
    "stop_asked" BOOLEAN NOT NULL DEFAULT false,
    "progress" JSONB,
    "outcome" JSONB,
    "heard_at" TIMESTAMPTZ(3),
    "planned_at" TIMESTAMPTZ(3),
    "asked_by_id" UUID,
    "created_by" VARCHAR(100) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "roadmap_adoption" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "scenario_id" UUID NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "first_quarter" VARCHAR(8) NOT NULL,
    "wishes" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "outcome" JSONB NOT NULL,
    "note" VARCHAR(1000) NOT NULL,
    "adopted_by" VARCHAR(100) NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmap_adoption_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "roadmap_initiative" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "library_id" VARCHAR(64),
    "own" JSONB,
    "state" VARCHAR(16) NOT NULL DEFAULT 'proposed',
    "start_quarter" VARCHAR(8),
    "owner_id" UUID,
    "due_on" DATE,
    "started_on" DATE,
    "ended_on" DATE,
    "reminded_of" DATE,
    "analog" VARCHAR(1000),
    "antilog" VARCHAR(1000),
    "leap_of_faith" VARCHAR(1000),
    "hypothesis" VARCHAR(1000),
    "refuted_by" VARCHAR(1000),
    "measure_on" DATE,
    "verdict" VARCHAR(16),
    "measured" VARCHAR(1000),
    "decided_on" DATE,
    "promise" JSONB,
    "created_by" VARCHAR(100) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "roadmap_initiative_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "roadmap_step" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" VARCHAR(200) NOT NULL,
    "done_by" VARCHAR(100),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "roadmap_step_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "roadmap_note" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "written_by" VARCHAR(100) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmap_note_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "roadmap_attachment" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "link" VARCHAR(500),
    "added_by" VARCHAR(100) NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmap_attachment_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "roadmap_file" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "attachment_id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "roadmap_file_pkey" PRIMARY KEY ("organization_id","attachment_id")
);

-- CreateIndex
CREATE INDEX "scenario_state_idx" ON "scenario"("state");

-- CreateIndex
CREATE INDEX "roadmap_adoption_organization_id_adopted_at_idx" ON "roadmap_adoption"("organization_id", "adopted_at");

-- CreateIndex
CREATE UNIQUE INDEX "roadmap_initiative_organization_id_library_id_key" ON "roadmap_initiative"("organization_id", "library_id");

-- CreateIndex
CREATE INDEX "roadmap_step_organization_id_initiative_id_position_idx" ON "roadmap_step"("organization_id", "initiative_id", "position");

-- CreateIndex
CREATE INDEX "roadmap_note_organization_id_initiative_id_written_at_idx" ON "roadmap_note"("organization_id", "initiative_id", "written_at");

-- CreateIndex
CREATE INDEX "roadmap_attachment_organization_id_initiative_id_idx" ON "roadmap_attachment"("organization_id", "initiative_id");

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_adoption" ADD CONSTRAINT "roadmap_adoption_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_initiative" ADD CONSTRAINT "roadmap_initiative_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_initiative" ADD CONSTRAINT "roadmap_initiative_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "member"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "roadmap_step" ADD CONSTRAINT "roadmap_step_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_step" ADD CONSTRAINT "roadmap_step_organization_id_initiative_id_fkey" FOREIGN KEY ("organization_id", "initiative_id") REFERENCES "roadmap_initiative"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_note" ADD CONSTRAINT "roadmap_note_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_note" ADD CONSTRAINT "roadmap_note_organization_id_initiative_id_fkey" FOREIGN KEY ("organization_id", "initiative_id") REFERENCES "roadmap_initiative"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_attachment" ADD CONSTRAINT "roadmap_attachment_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_attachment" ADD CONSTRAINT "roadmap_attachment_organization_id_initiative_id_fkey" FOREIGN KEY ("organization_id", "initiative_id") REFERENCES "roadmap_initiative"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_file" ADD CONSTRAINT "roadmap_file_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_file" ADD CONSTRAINT "roadmap_file_organization_id_attachment_id_fkey" FOREIGN KEY ("organization_id", "attachment_id") REFERENCES "roadmap_attachment"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Every new tenant table: rows of the organisation that the transaction is in, and no others; forced, so that it holds for an owner too.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['scenario', 'roadmap_adoption', 'roadmap_initiative', 'roadmap_step', 'roadmap_note', 'roadmap_attachment', 'roadmap_file'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO pinhigh_tenant', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = app_organization_id()) WITH CHECK (organization_id = app_organization_id())', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tenant_table);
  END LOOP;
END $$;
-- What was adopted stays as it was adopted; only the name of who did it can go, with the person.
REVOKE UPDATE ON "roadmap_adoption" FROM pinhigh_tenant;
GRANT UPDATE ("adopted_by") ON "roadmap_adoption" TO pinhigh_tenant;

ALTER TABLE "scenario" ADD CONSTRAINT "scenario_state" CHECK ("state" IN ('waiting', 'planning', 'planned', 'impossible')),
  ADD CONSTRAINT "scenario_first_quarter" CHECK ("first_quarter" ~ '^20[0-9]{2}-Q[1-4]$');
ALTER TABLE "roadmap_adoption" ADD CONSTRAINT "roadmap_adoption_first_quarter" CHECK ("first_quarter" ~ '^20[0-9]{2}-Q[1-4]$');
ALTER TABLE "roadmap_initiative" ADD CONSTRAINT "roadmap_initiative_state" CHECK ("state" IN ('proposed', 'planned', 'under_way', 'done', 'dropped')),
  ADD CONSTRAINT "roadmap_initiative_start_quarter" CHECK ("start_quarter" ~ '^20[0-9]{2}-Q[1-4]$'),
  ADD CONSTRAINT "roadmap_initiative_verdict" CHECK ("verdict" IN ('held', 'refuted', 'unclear')),
  ADD CONSTRAINT "roadmap_initiative_kind" CHECK (("library_id" IS NULL) <> ("own" IS NULL));

-- Of scenarios whoever runs the installation sees that one waits, and of initiatives that one is due, and nothing of what they are.
GRANT SELECT ("organization_id", "id", "state", "heard_at", "created_at") ON "scenario" TO pinhigh_operator;
GRANT SELECT ("organization_id", "id", "state", "owner_id", "due_on", "reminded_of") ON "roadmap_initiative" TO pinhigh_operator;
CREATE POLICY operator ON "scenario" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator ON "roadmap_initiative" FOR SELECT TO pinhigh_operator USING (true);
