-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "initiative_id" VARCHAR(64);
