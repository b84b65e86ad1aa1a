-- An organisation whose days are over goes in portions. From the first one on its `erase_after` is the epoch: nobody comes into it, it is not
-- kept any more, and its trail may go before it does. Of the trail the operator's door sees no more than what there is to remove.
GRANT SELECT ("organization_id", "id", "at") ON "audit_event" TO pinhigh_operator;
CREATE POLICY operator_removes ON "audit_event" FOR SELECT TO pinhigh_operator
  USING (EXISTS (SELECT 1 FROM "organization" o WHERE o.id = audit_event.organization_id
    AND (o.erase_after = to_timestamp(0) OR audit_event.at < now() - make_interval(days => o.retention_days))));
CREATE POLICY operator_erases ON "audit_event" FOR DELETE TO pinhigh_operator
  USING (EXISTS (SELECT 1 FROM "organization" o WHERE o.id = audit_event.organization_id AND o.erase_after = to_timestamp(0)));
CREATE OR REPLACE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND app_erased_person_id() IS NOT NULL
    AND (NEW.organization_id, NEW.id, NEW.at, NEW.action, NEW.actor_for, NEW.object_kind, NEW.object_id)
      IS NOT DISTINCT FROM (OLD.organization_id, OLD.id, OLD.at, OLD.action, OLD.actor_for, OLD.object_kind, OLD.object_id)
    AND (NEW.object_name IS NOT DISTINCT FROM OLD.object_name OR (NEW.object_name IS NULL AND OLD.object_name = ANY(app_erased_names())))
    AND (NEW.detail IS NOT DISTINCT FROM OLD.detail OR NEW.detail IS NOT DISTINCT FROM app_without_erased_names(OLD.detail))
    AND ((NEW.person_id, NEW.actor_name, NEW.session_id) IS NOT DISTINCT FROM (OLD.person_id, OLD.actor_name, OLD.session_id)
      OR (NEW.person_id IS NULL AND NEW.actor_name = '' AND NEW.session_id IS NULL
        AND (OLD.person_id = app_erased_person_id() OR (OLD.person_id IS NULL AND OLD.actor_name = ANY(app_erased_names()))))) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "organization" WHERE id = OLD.organization_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'DELETE' AND current_user = 'pinhigh_operator'
    AND EXISTS (SELECT 1 FROM "organization" WHERE id = OLD.organization_id
      AND (erase_after = to_timestamp(0) OR OLD.at < now() - make_interval(days => retention_days))) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;

-- A version of an assessment that came with a file, and is in no catalogue here: it goes once nothing refers to it.
ALTER TABLE "assessment_version" ADD COLUMN "is_brought" BOOLEAN NOT NULL DEFAULT false;
GRANT UPDATE ("is_brought") ON "assessment_version" TO pinhigh_app;

-- A person sees what has asked their address, in whatever organisation: for the file of what is kept about them.
CREATE INDEX "respondent_lower_address_idx" ON "respondent" (lower("address")) WHERE "address" IS NOT NULL;
CREATE POLICY own_address ON "respondent" FOR SELECT TO pinhigh_tenant
  USING (lower(address) = (SELECT lower(p.email) FROM "person" p WHERE p.id = app_person_id()));
