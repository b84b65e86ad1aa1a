-- AlterTable
ALTER TABLE "roadmap_initiative" ADD COLUMN     "leap_reminded_of" DATE;

-- AlterTable
ALTER TABLE "roadmap_note" ADD COLUMN     "written_by_id" UUID;

-- CreateIndex
CREATE INDEX "roadmap_note_written_by_id_idx" ON "roadmap_note"("written_by_id");

-- AddForeignKey
ALTER TABLE "roadmap_note" ADD CONSTRAINT "roadmap_note_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who wrote the notes of before is known where the trail names one person of that name who wrote any on that initiative; the others are removed by
-- who looks after the people.
UPDATE "roadmap_note" n SET written_by_id = e.person_id
FROM (
  SELECT organization_id, object_id, actor_name, min(person_id::text)::uuid AS person_id FROM "audit_event"
  WHERE action = 'initiative.note_added' AND person_id IS NOT NULL
  GROUP BY organization_id, object_id, actor_name HAVING count(DISTINCT person_id) = 1
) e
WHERE n.organization_id = e.organization_id AND n.initiative_id::text = e.object_id AND n.written_by = e.actor_name AND n.written_by <> ''
  AND EXISTS (SELECT 1 FROM "person" p WHERE p.id = e.person_id);

-- That a measurement is due is seen through the operator's door, and nothing of what it is.
GRANT SELECT ("measure_on", "verdict", "leap_reminded_of") ON "roadmap_initiative" TO pinhigh_operator;
