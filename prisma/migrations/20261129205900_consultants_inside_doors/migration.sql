-- Outside of every door these policies are asked too where a token is an organisation's, and there nobody may read who works for whom:
-- the statement failed instead of finding nothing. What a consultant may see is only ever looked at inside a door.
ALTER POLICY consultant ON "cycle" TO pinhigh_tenant;
ALTER POLICY consultant ON "response" TO pinhigh_tenant;
ALTER POLICY consultant ON "result" TO pinhigh_tenant;
