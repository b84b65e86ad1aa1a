-- AlterTable
ALTER TABLE "response" ADD COLUMN     "published_in" INTEGER;
