import type english from "../en/frame.ts";
import type { TextsLike } from "../say.ts";

export default {
  skip: "Siirry sisältöön",
  navigation: "Päävalikko",
  assessments: "Arvioinnit",
  method: "Menetelmä",
  api: "API",
  language: "Kieli",
  signIn: "Kirjaudu",
  notifications: "Ilmoitukset",
  notificationsUnread: "Ilmoitukset ({{unread}})",
  organizations: "Organisaatiot",
  operator: "Ylläpito",
  account: "Oma tili: {{name}}",
  promise:
    "Vastaaminen ei vaadi käyttäjätiliä, mitään ei lähetetä ulkopuolisille, eikä muita evästeitä ole kuin kieli, jos valitset sen, ja istunto, jos kirjaudut. <method>Miten luvut lasketaan</method>",
  nothingHere: "Täällä ei ole mitään",
  nothingHereText: "Tässä osoitteessa ei ole sivua. Linkki on voinut katketa, kun se kopioitiin.",
  notRead: "Tämä ei onnistunut",
  notReadText: "Pyyntöä ei voitu lukea, joten mikään ei muuttunut.",
  notAllowed: "Tähän sinulla ei ole oikeutta",
  notAllowedText: "Oikeutesi tässä organisaatiossa eivät riitä siihen, tai ne ovat muuttuneet sen jälkeen, kun avasit sivun. Mikään ei muuttunut.",
  ourFault: "Vika on meissä",
  ourFaultText: "Meillä meni jotain vikaan. Mitään tallennetuksi näytettyä ei ole kadonnut; yritä hetken kuluttua uudelleen.",
  thereIsAProblem: "Jokin vaatii korjausta",
  error: "Virhe: {{message}}",
  onlyEnglish: "Tämä on toistaiseksi vain englanniksi.",
  seeAssessments: "Katso arvioinnit",
} satisfies TextsLike<typeof english>;
