-- CreateTable
CREATE TABLE "operator_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "actor_name" VARCHAR(100) NOT NULL,
    "session_id" UUID,
    "action" VARCHAR(48) NOT NULL,
    "object_id" VARCHAR(64),
    "object_name" VARCHAR(254),

    CONSTRAINT "operator_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "operator_event_at_id_idx" ON "operator_event"("at" DESC, "id" DESC);

-- What whoever runs the installation does there grows and does not change. Operators add what they do and read all of it; outside of
-- every door only that somebody was made an operator is added, on the machine itself; a person reads the lines that name them.
GRANT SELECT, INSERT ON "operator_event" TO pinhigh_operator;
GRANT INSERT ON "operator_event" TO pinhigh_app;
GRANT SELECT ON "operator_event" TO pinhigh_tenant;
ALTER TABLE "operator_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_reads ON "operator_event" FOR SELECT TO pinhigh_operator USING (true);
CREATE POLICY operator_adds ON "operator_event" FOR INSERT TO pinhigh_operator
  WITH CHECK (action <> 'operator.granted' AND EXISTS (SELECT 1 FROM "person" p WHERE p.id = person_id AND p.operator_since IS NOT NULL));
CREATE POLICY granted ON "operator_event" FOR INSERT TO pinhigh_app WITH CHECK (action = 'operator.granted' AND person_id IS NULL AND actor_name = '');
CREATE POLICY own ON "operator_event" FOR SELECT TO pinhigh_tenant USING (person_id = app_person_id() OR object_id = app_person_id()::text);

-- The one exception, as in the audit trail: who is erased goes out of it, as who acted and as whom it was done to.
CREATE FUNCTION refuse_change_of_operator_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND app_erased_person_id() IS NOT NULL AND (NEW.id, NEW.at, NEW.action) IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.action)
    AND ((NEW.person_id, NEW.actor_name, NEW.session_id) IS NOT DISTINCT FROM (OLD.person_id, OLD.actor_name, OLD.session_id)
      OR (NEW.person_id IS NULL AND NEW.actor_name = '' AND NEW.session_id IS NULL AND OLD.person_id = app_erased_person_id()))
    AND ((NEW.object_id, NEW.object_name) IS NOT DISTINCT FROM (OLD.object_id, OLD.object_name)
      OR (NEW.object_id IS NULL AND NEW.object_name IS NULL AND OLD.object_id = app_erased_person_id()::text)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what operators did is append-only';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "operator_event" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_operator_event();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "operator_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_operator_event();
GRANT UPDATE ("person_id", "actor_name", "session_id", "object_id", "object_name") ON "operator_event" TO pinhigh_app;
GRANT SELECT ("person_id", "object_id") ON "operator_event" TO pinhigh_app;
CREATE POLICY erased_reads ON "operator_event" FOR SELECT TO pinhigh_app USING (app_erased_person_id() IS NOT NULL);
CREATE POLICY erased ON "operator_event" FOR UPDATE TO pinhigh_app
  USING (person_id = app_erased_person_id() OR object_id = app_erased_person_id()::text)
  WITH CHECK (app_erased_person_id() IS NOT NULL);
