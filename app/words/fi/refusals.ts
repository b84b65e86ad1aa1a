import type english from "../en/refusals.ts";
import type { TextsLike } from "../say.ts";

export default {
  crossSite: "Pyyntö tuli toiselta sivustolta, joten sitä ei toteutettu.",
  unreadable: "Pyyntöä ei voi lukea.",
  method: "Tämä osoite ei hyväksy tätä pyyntötapaa.",
  tooMany: "Tästä osoitteesta tuli liian monta pyyntöä. Odota hetki ja yritä uudelleen; mikään ei muuttunut.",
  tooManyFiles: "Juuri nyt on siirrettävänä liian monta tiedostoa. Odota muutama sekunti ja yritä uudelleen; mikään ei muuttunut.",
  tooLarge: "Pyyntö on suurempi kuin {{limit}} kt, eikä sitä luettu.",
  ourFault: "Meillä meni jotain vikaan. Mitään lähettämääsi ei tallennettu.",
  formUnreadable: "Lomaketta ei voitu lukea.",
  noFiles: "Tähän lomakkeeseen ei voi liittää tiedostoja.",
  fieldTooLong: "Jokin lomakkeen kenttä on liian pitkä.",
  tooManyFields: "Lomakkeessa on liian monta kenttää.",
  noFields: "Tässä lomakkeessa ei ole kenttiä.",
  otherFields: "Tässä lomakkeessa on muita kenttiä.",
  formUsed:
    "Tämä lomake on lähetetty jo aiemmin, ja se, mitä siitä silloin syntyi, on tallessa. Nyt ei tallennettu mitään: lähetä uudelleen, jos haluat tämänkin.",
  fieldTwice: "Lomakkeessa on sama kenttä kahdesti.",
} satisfies TextsLike<typeof english>;
