-- Who runs the installation sees how often each version of an assessment is in use, and of a response and a cycle nothing but that:
-- the one column that says which version it is about.
GRANT SELECT ("assessment_hash") ON "response", "cycle" TO pinhigh_operator;
CREATE POLICY operator ON "response" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator ON "cycle" FOR SELECT TO pinhigh_operator USING (true);

-- Which migrations there were is no secret; the table is not there where only the schema is made.
DO $$ BEGIN IF to_regclass('"_prisma_migrations"') IS NOT NULL THEN GRANT SELECT ON "_prisma_migrations" TO pinhigh_operator; END IF; END $$;
