-- What a result says in a benchmark once more, as a snapshot reads it: sixteen bytes that stand for the names of its scores and items, then each value
-- in millionths, in four bytes, the scores before the items and both in the order of their names. The database makes it of the two, so that it can
-- never say anything else.
CREATE FUNCTION "benchmark_packed"(scores jsonb, items jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT substring(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(kind, key) ORDER BY kind, key COLLATE "C"), '[]')::text, 'UTF8')) FROM 1 FOR 16)
    || coalesce(string_agg(int4send(round(value::float8 * 1e6)::int4), '' ORDER BY kind, key COLLATE "C"), '')
  FROM (SELECT 0 AS kind, key, value FROM jsonb_each(scores) UNION ALL SELECT 1, key, value FROM jsonb_each(items)) says
$$;

-- AlterTable
ALTER TABLE "benchmark_contribution" ADD COLUMN     "packed" BYTEA GENERATED ALWAYS AS ("benchmark_packed"("scores", "items")) STORED;

-- DropIndex
DROP INDEX "benchmark_contribution_family_idx";

-- CreateIndex
CREATE INDEX "benchmark_contribution_family_closed_at_idx" ON "benchmark_contribution"("family", "closed_at");
