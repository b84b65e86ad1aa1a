import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { DocumentLanguage } from "./components/words/use-words.tsx";
import type { Language } from "./words/language.ts";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentLanguage.Provider value={document.documentElement.lang as Language}>
        <RemixBrowser />
      </DocumentLanguage.Provider>
    </StrictMode>,
  );
});
