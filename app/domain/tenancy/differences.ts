import type { Words } from "../../words/say.ts";
import type { Role } from "../access/can.ts";
import type { Industry, Region, RespondentRole, SizeBand, WorkFunction } from "./profile-choices.ts";

type Compared = { name: string; industry: Industry | null; sizeBand: SizeBand | null; region: Region | null; timeZone: string };
/** A field in which what is saved is not what somebody entered, in words. */
export type Difference = { field: string; savedNow: string; yours: string };

/** In which fields of a profile two people differ. */
export function profileDifferences(now: Compared, yours: Compared, words: Words): Difference[] {
  const { say } = words;
  const names = {
    name: say("organizations:name"),
    industry: say("organizations:industry"),
    sizeBand: say("organizations:sizeBand"),
    region: say("organizations:region"),
    timeZone: say("organizations:timeZone"),
  };
  const [saved, entered] = [inWords(now, words), inWords(yours, words)];
  return (Object.keys(names) as (keyof Compared)[])
    .filter((field) => saved[field] !== entered[field])
    .map((field) => ({ field: names[field], savedNow: saved[field], yours: entered[field] }));
}

function inWords({ name, industry, sizeBand, region, timeZone }: Compared, { say }: Words): Record<keyof Compared, string> {
  const open = say("organizations:notSaid");
  return {
    name,
    industry: industry ? say(`organizations:industry_${industry}`) : open,
    sizeBand: sizeBand ? say(`organizations:sizeBand_${sizeBand}`) : open,
    region: region ? say(`organizations:region_${region}`) : open,
    timeZone,
  };
}

type ComparedMember = { role: Role; respondentRole: RespondentRole | null; workFunction: WorkFunction | null };

/** In what two people differ about a member. */
export function memberDifferences(now: ComparedMember, yours: ComparedMember, words: Words): Difference[] {
  const { say } = words;
  const names = { role: say("people:role"), respondentRole: say("people:answersAs"), workFunction: say("people:worksIn") };
  const [saved, entered] = [memberInWords(now, words), memberInWords(yours, words)];
  return (Object.keys(names) as (keyof ComparedMember)[])
    .filter((field) => saved[field] !== entered[field])
    .map((field) => ({ field: names[field], savedNow: saved[field], yours: entered[field] }));
}

function memberInWords({ role, respondentRole, workFunction }: ComparedMember, { say }: Words): Record<keyof ComparedMember, string> {
  return {
    role: say(`people:role_${role}`),
    respondentRole: respondentRole ? say(`people:respondentRole_${respondentRole}`) : say("people:notSaid"),
    workFunction: workFunction ? say(`people:workFunction_${workFunction}`) : say("people:notSaid"),
  };
}
