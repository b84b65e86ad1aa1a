-- CreateTable
CREATE TABLE "cycle_change" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "from_cycle_id" UUID NOT NULL,
    "to_cycle_id" UUID NOT NULL,
    "is_due" BOOLEAN NOT NULL DEFAULT true,
    "asked" INTEGER NOT NULL DEFAULT 1,
    "method" VARCHAR(16),
    "figures" JSONB,
    "computed_at" TIMESTAMPTZ(3),

    CONSTRAINT "cycle_change_pkey" PRIMARY KEY ("organization_id","from_cycle_id","to_cycle_id")
);

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_organization_id_from_cycle_id_fkey" FOREIGN KEY ("organization_id", "from_cycle_id") REFERENCES "cycle"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_organization_id_to_cycle_id_fkey" FOREIGN KEY ("organization_id", "to_cycle_id") REFERENCES "cycle"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows of the organisation that the transaction is in, and no others.
GRANT SELECT, INSERT, UPDATE, DELETE ON "cycle_change" TO pinhigh_tenant;
CREATE POLICY tenant ON "cycle_change" USING (organization_id = app_organization_id()) WITH CHECK (organization_id = app_organization_id());
ALTER TABLE "cycle_change" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- Nothing is a change of itself, and what is not to be computed has been.
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_of_two" CHECK (from_cycle_id <> to_cycle_id);
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_computed" CHECK (is_due OR figures IS NOT NULL);

-- The job runner sees which are to be computed, and nothing of what they say.
GRANT SELECT ("organization_id", "from_cycle_id", "to_cycle_id", "is_due") ON "cycle_change" TO pinhigh_operator;
CREATE POLICY operator ON "cycle_change" FOR SELECT TO pinhigh_operator USING (true);
