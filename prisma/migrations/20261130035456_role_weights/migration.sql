-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "executive_weight" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "frontline_weight" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "manager_weight" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "cycle_series" ADD COLUMN     "executive_weight" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "frontline_weight" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "manager_weight" INTEGER NOT NULL DEFAULT 1;

-- Whole numbers from 0 to 10, not all of them 0.
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_weights" CHECK (
  executive_weight BETWEEN 0 AND 10 AND manager_weight BETWEEN 0 AND 10 AND frontline_weight BETWEEN 0 AND 10
  AND executive_weight + manager_weight + frontline_weight > 0);
ALTER TABLE "cycle_series" ADD CONSTRAINT "cycle_series_weights" CHECK (
  executive_weight BETWEEN 0 AND 10 AND manager_weight BETWEEN 0 AND 10 AND frontline_weight BETWEEN 0 AND 10
  AND executive_weight + manager_weight + frontline_weight > 0);

-- Declared before anybody answers, and kept by the database: nobody chooses weights by what they would give.
CREATE FUNCTION guard_weights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.executive_weight, NEW.manager_weight, NEW.frontline_weight) <> (OLD.executive_weight, OLD.manager_weight, OLD.frontline_weight) THEN
    RAISE EXCEPTION 'the weights of the roles do not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_weights BEFORE UPDATE OF executive_weight, manager_weight, frontline_weight ON "cycle" FOR EACH ROW EXECUTE FUNCTION guard_weights();
CREATE TRIGGER guard_weights BEFORE UPDATE OF executive_weight, manager_weight, frontline_weight ON "cycle_series" FOR EACH ROW EXECUTE FUNCTION guard_weights();
