import type { Role } from "../access/can.ts";
import type { Industry, Region, RespondentRole, SizeBand, WorkFunction } from "../tenancy/profile-choices.ts";

/** The invented organisations and people of the demonstration. Every name says that it is an example, and every id is fixed, so that it is made once. */

/** Who looks around. Nobody can sign in as them by a password, and they change nothing. */
export const DEMO_VISITOR = { id: "d0000000-0000-7000-8000-000000000001", name: "Demo visitor", email: "visitor@demo.invalid" } as const;

export const DEMO_CONSULTANCY = { id: "d0000000-0000-7000-8000-0000000000f0", name: "Example Advisers", slug: "example-advisers" } as const;

export type DemoMember = { personId: string; name: string; email: string; role: Role; respondentRole: RespondentRole; workFunction: WorkFunction };
export type DemoClient = {
  id: string;
  name: string;
  slug: string;
  industry: Industry;
  sizeBand: SizeBand;
  region: Region;
  /** Share of the way to the best answers at the first quarter, and after two years. */
  from: number;
  to: number;
  /** How much better executives see it than the front line, as a share of the way. */
  gap: number;
  members: readonly DemoMember[];
};

type Post = Omit<DemoMember, "personId" | "name" | "email"> & { firstName: string };
const POSTS: readonly Post[] = [
  { firstName: "Aino", role: "owner", respondentRole: "executive", workFunction: "marketing" },
  { firstName: "Bruno", role: "admin", respondentRole: "executive", workFunction: "finance" },
  { firstName: "Clara", role: "analyst", respondentRole: "manager", workFunction: "service" },
  { firstName: "Daniel", role: "respondent", respondentRole: "manager", workFunction: "sales" },
  { firstName: "Elif", role: "respondent", respondentRole: "manager", workFunction: "it" },
  { firstName: "Farid", role: "respondent", respondentRole: "frontline", workFunction: "service" },
  { firstName: "Grace", role: "respondent", respondentRole: "frontline", workFunction: "service" },
  { firstName: "Hugo", role: "respondent", respondentRole: "frontline", workFunction: "sales" },
  { firstName: "Ines", role: "respondent", respondentRole: "frontline", workFunction: "operations" },
];
/** Enough more of two roles that their means can be shown, and compared. */
const MORE_POSTS: readonly Post[] = [
  { firstName: "Jonas", role: "respondent", respondentRole: "manager", workFunction: "marketing" },
  { firstName: "Kaisa", role: "respondent", respondentRole: "manager", workFunction: "sales" },
  { firstName: "Liam", role: "respondent", respondentRole: "manager", workFunction: "service" },
  { firstName: "Mira", role: "respondent", respondentRole: "manager", workFunction: "service" },
  { firstName: "Nils", role: "respondent", respondentRole: "manager", workFunction: "sales" },
  { firstName: "Olga", role: "respondent", respondentRole: "frontline", workFunction: "sales" },
  { firstName: "Pablo", role: "respondent", respondentRole: "frontline", workFunction: "service" },
  { firstName: "Rosa", role: "respondent", respondentRole: "frontline", workFunction: "sales" },
  { firstName: "Stefan", role: "respondent", respondentRole: "frontline", workFunction: "service" },
];

function client(number: number, about: Omit<DemoClient, "id" | "slug" | "members">, posts = POSTS): DemoClient {
  const slug = about.name.toLowerCase().replaceAll(" ", "-");
  const members = posts.map(({ firstName, ...post }, index) => ({
    ...post,
    personId: `d0000000-0000-7000-8000-0000000${number}${String(index).padStart(4, "0")}`,
    name: `${firstName} Example`,
    email: `${firstName.toLowerCase()}@${slug}.demo.invalid`,
  }));
  return { ...about, id: `d0000000-0000-7000-8000-0000000000c${number}`, slug, members };
}

/** One that improves steadily, one that stands still, one that has begun low, and one that falls back. */
export const DEMO_CLIENTS: readonly DemoClient[] = [
  client(1, { name: "Example Ferries", industry: "transport", sizeBand: "1000-4999", region: "northern_europe", from: 0.35, to: 0.72, gap: 0.12 }, [
    ...POSTS,
    ...MORE_POSTS,
  ]),
  client(2, { name: "Example Foods", industry: "manufacturing", sizeBand: "250-999", region: "western_europe", from: 0.5, to: 0.52, gap: 0.25 }),
  client(3, { name: "Example Clinics", industry: "health", sizeBand: "50-249", region: "southern_europe", from: 0.2, to: 0.45, gap: 0.05 }),
  client(4, { name: "Example Machines", industry: "wholesale", sizeBand: "50-249", region: "eastern_europe", from: 0.6, to: 0.48, gap: 0.15 }),
];

/** Whether somebody is the visitor of the demonstration, whose clicks change nothing. */
export function isDemoVisitor(personId: string): boolean {
  return personId === DEMO_VISITOR.id;
}
