-- AlterTable
ALTER TABLE "evidence_file" ADD COLUMN     "stored_id" UUID,
ALTER COLUMN "content" DROP NOT NULL;

-- AlterTable
ALTER TABLE "roadmap_file" ADD COLUMN     "stored_id" UUID,
ALTER COLUMN "content" DROP NOT NULL;

-- CreateTable
CREATE TABLE "stored_file" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "id" UUID NOT NULL,
    "is_kept" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "organization_id" UUID NOT NULL DEFAULT app_organization_id(),
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("organization_id","file_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_organization_id_stored_id_key" ON "evidence_file"("organization_id", "stored_id");

-- CreateIndex
CREATE UNIQUE INDEX "roadmap_file_organization_id_stored_id_key" ON "roadmap_file"("organization_id", "stored_id");

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_organization_id_stored_id_fkey" FOREIGN KEY ("organization_id", "stored_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_organization_id_file_id_fkey" FOREIGN KEY ("organization_id", "file_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_file" ADD CONSTRAINT "roadmap_file_organization_id_stored_id_fkey" FOREIGN KEY ("organization_id", "stored_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Chunks are read and measured one by one, and most of what is in them is packed already.
ALTER TABLE "file_chunk" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- Every new tenant table: rows of the organisation that the transaction is in, and no others; forced, so that it holds for an owner too.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['stored_file', 'file_chunk'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO pinhigh_tenant', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = app_organization_id()) WITH CHECK (organization_id = app_organization_id())', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tenant_table);
  END LOOP;
END $$;
-- Content is put there and goes, and is not changed.
REVOKE UPDATE ON "stored_file", "file_chunk" FROM pinhigh_tenant;
GRANT UPDATE ("is_kept") ON "stored_file" TO pinhigh_tenant;

-- A file is whole, as before, or in chunks; never both or neither.
ALTER TABLE "evidence_file" DROP CONSTRAINT "evidence_file_size";
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_size" CHECK (size BETWEEN 1 AND 10485760 AND (content IS NULL OR size = octet_length(content))),
  ADD CONSTRAINT "evidence_file_place" CHECK (num_nonnulls(content, stored_id) = 1);
ALTER TABLE "roadmap_file" ADD CONSTRAINT "roadmap_file_size" CHECK (size BETWEEN 1 AND 10485760 AND (content IS NULL OR size = octet_length(content))),
  ADD CONSTRAINT "roadmap_file_place" CHECK (num_nonnulls(content, stored_id) = 1);
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_size" CHECK (position >= 0 AND octet_length(content) BETWEEN 1 AND 262144);

-- The content of a file goes with what it belongs to, whichever way that goes.
CREATE FUNCTION remove_stored_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "stored_file" WHERE organization_id = OLD.organization_id AND id = OLD.stored_id;
  RETURN NULL;
END $$;
CREATE TRIGGER remove_stored_file AFTER DELETE ON "evidence_file" FOR EACH ROW WHEN (OLD.stored_id IS NOT NULL) EXECUTE FUNCTION remove_stored_file();
CREATE TRIGGER remove_stored_file AFTER DELETE ON "roadmap_file" FOR EACH ROW WHEN (OLD.stored_id IS NOT NULL) EXECUTE FUNCTION remove_stored_file();

-- What an upload left behind whose process died goes a day later. Of others whoever runs the installation sees nothing, and of what is in any of them neither.
GRANT SELECT, DELETE ON "stored_file" TO pinhigh_operator;
CREATE POLICY operator ON "stored_file" FOR SELECT TO pinhigh_operator USING (NOT is_kept AND created_at < now() - interval '1 day');
CREATE POLICY operator_tidies ON "stored_file" FOR DELETE TO pinhigh_operator USING (NOT is_kept AND created_at < now() - interval '1 day');
