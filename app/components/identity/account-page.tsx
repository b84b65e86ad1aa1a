import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";

type AccountPageProps = {
  heading: string;
  problems: readonly FieldProblem[];
  /** What was just done. */
  notice?: string | null;
  children: ReactNode;
};

/** A page of one's own account, with the ways to the others. */
export function AccountPage({ heading, problems, notice, children }: AccountPageProps) {
  const { say } = useWords();
  const places = [
    [paths.account, say("account:profile")],
    [paths.accountSecurity, say("account:security")],
    [paths.accountAddress, say("account:addressPlace")],
    [paths.notificationSettings, say("account:notificationsPlace")],
    [paths.accountData, say("account:dataPlace")],
    [paths.accountDelete, say("account:deletePlace")],
  ] as const;
  return (
    <FormPage heading={heading} problems={problems}>
      <nav aria-label={say("account:places")} className="mt-4 flex flex-wrap gap-x-6 border-b border-rule pb-3 text-sm">
        {places.map(([to, name]) => (
          <NavLink key={to} to={to} end={to === paths.account} className="py-1 aria-[current=page]:font-semibold aria-[current=page]:text-ink">
            {name}
          </NavLink>
        ))}
      </nav>
      {notice && (
        <p role="status" className="measure mt-6 border-l-4 border-accent py-1 pl-4">
          {notice}
        </p>
      )}
      {children}
    </FormPage>
  );
}
