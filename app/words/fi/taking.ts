import type english from "../en/taking.ts";
import type { TextsLike } from "../say.ts";

export default {
  questions: "Kysymykset {{first}}–{{last}} / {{total}}",
  questionsError: "Virhe: kysymykset {{first}}–{{last}} / {{total}}",
  behindYou: "Kysymyksiä takana",
  saving: "Tallennetaan",
  saved: "Tallennettu",
  waiting: "Ei vielä tallennettu. Vastauksesi ovat tällä laitteella, ja ne lähetetään, kun yhteys palaa.",
  unreachable: "Yhteyttä ei ollut. Vastauksesi ovat tallessa; jatka uudelleen, kun yhteys palaa.",
  refused: "Yhtä vastausta ei voi tallentaa sellaisenaan. Jatka, niin sivu kertoo minkä.",
  conflict: "Kaikkea ei tallennettu: vastausta on muutettu toisella laitteella. Valitse, kumpi jää voimaan.",
  incomplete: "Yksi vastaus on kesken eikä ole vielä tallessa.",
  closed: "Ei tallennettu: vastaukset on jo lähetetty.",
} satisfies TextsLike<typeof english>;
