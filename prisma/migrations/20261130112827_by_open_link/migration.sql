-- AlterTable
ALTER TABLE "response" ADD COLUMN     "is_by_link" BOOLEAN NOT NULL DEFAULT false;

-- How earlier answers came is known only where nobody who was asked has answered: then all came by the open link. The others count as asked.
UPDATE "response" r SET is_by_link = true
WHERE EXISTS (SELECT 1 FROM "open_link" l WHERE l.organization_id = r.organization_id AND l.cycle_id = r.cycle_id)
  AND NOT EXISTS (SELECT 1 FROM "respondent" s WHERE s.organization_id = r.organization_id AND s.cycle_id = r.cycle_id AND (s.has_answered OR s.mark_hash IS NOT NULL));
