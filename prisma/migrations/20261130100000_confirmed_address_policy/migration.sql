-- Whoever has typed an address is not who it belongs to: what was asked of it shows once it is confirmed, whatever the code around asks for.
GRANT SELECT ("email_verified") ON "person" TO pinhigh_tenant;
ALTER POLICY own_address ON "respondent"
  USING (lower(address) = (SELECT lower(p.email) FROM "person" p WHERE p.id = app_person_id() AND p.email_verified));
