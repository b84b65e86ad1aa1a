-- Erasing a person reaches every row that names them, not only those that hold their id. Only the transaction of an erasure has these
-- settings (with-erasure.server.ts), and outside of one each of them is null or empty, which matches nothing.
CREATE FUNCTION app_erased_person_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT NULLIF(current_setting('app.erased_person_id', true), '')::uuid $$;
CREATE FUNCTION app_erased_address() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT NULLIF(current_setting('app.erased_address', true), '') $$;
-- What the person has been called: their address, and every name that the trails have of them.
CREATE FUNCTION app_erased_names() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT ARRAY(SELECT jsonb_array_elements_text(NULLIF(current_setting('app.erased_names', true), '')::jsonb)) $$;
-- The organisations that the person belongs to, or has ever done something in.
CREATE FUNCTION app_erased_places() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT ARRAY(SELECT jsonb_array_elements_text(NULLIF(current_setting('app.erased_places', true), '')::jsonb)::uuid) $$;
-- A flat record without the values that name the person.
CREATE FUNCTION app_without_erased_names(record jsonb) RETURNS jsonb LANGUAGE sql STABLE AS
  $$ SELECT CASE WHEN jsonb_typeof(record) = 'object' AND record <> '{}' THEN
       (SELECT jsonb_object_agg(key, CASE WHEN value #>> '{}' = ANY(app_erased_names()) THEN 'null'::jsonb ELSE value END) FROM jsonb_each(record))
     ELSE record END $$;

-- Everybody may read what they have done themselves, also where they do not belong any more.
CREATE POLICY own ON "audit_event" FOR SELECT USING (person_id = app_person_id());

-- The audit trail, anew: it still grows and does not change, with two exceptions that are each as narrow as what they are for. The name
-- of an erased person goes out of it, from who acted and from what it was done to; and the daily tidying removes what is older than the
-- organisation keeps it.
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
    AND EXISTS (SELECT 1 FROM "organization" WHERE id = OLD.organization_id AND OLD.at < now() - make_interval(days => retention_days)) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit trail is append-only';
END $$;
-- Who acted is taken away where people are kept, what it was done to inside of each organisation.
DROP POLICY erased ON "audit_event";
CREATE POLICY erased ON "audit_event" FOR UPDATE TO pinhigh_app
  USING (person_id = app_erased_person_id()
    OR (person_id IS NULL AND (actor_name = app_erased_address() OR (organization_id = ANY(app_erased_places()) AND actor_name = ANY(app_erased_names())))))
  WITH CHECK (person_id IS NULL AND actor_name = '');
GRANT UPDATE ("object_name", "detail") ON "audit_event" TO pinhigh_tenant;
CREATE POLICY erased_named ON "audit_event" FOR UPDATE TO pinhigh_tenant
  USING (organization_id = app_organization_id() AND app_erased_person_id() IS NOT NULL)
  WITH CHECK (organization_id = app_organization_id());
GRANT DELETE ON "audit_event" TO pinhigh_operator;
CREATE POLICY operator_tidies ON "audit_event" FOR DELETE TO pinhigh_operator
  USING (EXISTS (SELECT 1 FROM "organization" o WHERE o.id = audit_event.organization_id AND audit_event.at < now() - make_interval(days => o.retention_days)));
-- Whoever sets it cannot empty the trail with it.
ALTER TABLE "organization" ADD CONSTRAINT "organization_retention" CHECK (retention_days >= 90);

-- Invitations and offers to the person's address, in whatever organisation.
CREATE POLICY erased ON "invitation" FOR SELECT TO pinhigh_tenant USING (lower(address) = app_erased_address());
CREATE POLICY erased_removed ON "invitation" FOR DELETE TO pinhigh_tenant USING (lower(address) = app_erased_address());
CREATE POLICY erased ON "engagement_offer" FOR SELECT TO pinhigh_tenant USING (lower(address) = app_erased_address());
CREATE POLICY erased_removed ON "engagement_offer" FOR DELETE TO pinhigh_tenant USING (lower(address) = app_erased_address());
-- What others were told about the person.
CREATE POLICY erased_removed ON "notification" FOR DELETE TO pinhigh_tenant
  USING (organization_id = app_organization_id() AND app_without_erased_names("values") <> "values");

-- Who ended an engagement is a name too; nothing else of an ended one changes.
CREATE OR REPLACE FUNCTION guard_engagement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.organization_id, NEW.id, NEW.consultancy_id, NEW.started_at) IS DISTINCT FROM (OLD.organization_id, OLD.id, OLD.consultancy_id, OLD.started_at) THEN
    RAISE EXCEPTION 'an engagement stays between its two sides';
  END IF;
  IF OLD.ended_at IS NOT NULL AND OLD.ended_by = ANY(app_erased_names()) AND NEW.ended_by = ''
    AND (NEW.scopes, NEW.ends_on, NEW.ended_at, NEW.revision) IS NOT DISTINCT FROM (OLD.scopes, OLD.ends_on, OLD.ended_at, OLD.revision) THEN
    RETURN NEW;
  END IF;
  IF OLD.ended_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN RAISE EXCEPTION 'an engagement that has ended does not change'; END IF;
  IF app_organization_id() = OLD.consultancy_id
    AND ((NEW.scopes, NEW.ends_on) IS DISTINCT FROM (OLD.scopes, OLD.ends_on) OR NEW.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a consultancy can only end an engagement';
  END IF;
  RETURN NEW;
END $$;
