import type english from "../en/mail.ts";
import type { TextsLike } from "../say.ts";

export default {
  hello: "Hei,",
  orOpen: "Tai avaa tämä osoite:",
  sentBy: "Lähettäjä: Pinhigh. Tähän osoitteeseen lähetettyjä vastauksia ei lueta.",
  verifyAddressSubject: "Vahvista sähköpostiosoitteesi",
  verifyAddressText: "Olet luonut Pinhighiin käyttäjätilin tällä osoitteella. Vahvista, että osoite on sinun, niin voit kirjautua sisään.",
  verifyAddressAction: "Vahvista osoite",
  verifyAddressNote: "Jos et luonut tiliä itse, sinun ei tarvitse tehdä mitään: kukaan ei voi käyttää tiliä ilman vahvistusta. Linkki toimii rajoitetun ajan.",
  addressKnownSubject: "Sinulla on jo käyttäjätili",
  addressKnownText:
    "Joku, luultavasti sinä itse, yritti luoda Pinhighiin käyttäjätilin tällä osoitteella. Osoitteella on jo tili: kirjaudu sisään, tai aseta uusi salasana, jos olet unohtanut vanhan.",
  addressKnownAction: "Siirry Pinhighiin",
  addressKnownNote: "Jos se et ollut sinä, mikään ei ole muuttunut eikä sinun tarvitse tehdä mitään.",
  resetPasswordSubject: "Aseta uusi salasana",
  resetPasswordText: "Pinhigh-tilillesi pyydettiin uutta salasanaa. Avaa linkki ja valitse uusi salasana.",
  resetPasswordAction: "Aseta uusi salasana",
  resetPasswordNote: "Jos se et ollut sinä, sinun ei tarvitse tehdä mitään: salasanasi pysyy ennallaan. Linkki toimii kerran ja rajoitetun ajan.",
  changeAddressSubject: "Vahvista uusi sähköpostiosoitteesi",
  changeAddressText: "Haluat ottaa tämän osoitteen käyttöön Pinhigh-tililläsi. Kun vahvistat sen, kirjaudut sisään sillä ja viestit tulevat tänne.",
  changeAddressAction: "Vahvista uusi osoite",
  changeAddressNote: "Jos se et ollut sinä, sinun ei tarvitse tehdä mitään: tilin osoite pysyy ennallaan. Linkki toimii rajoitetun ajan.",
  addressChangedSubject: "Käyttäjätilisi sähköpostiosoite vaihdettiin",
  addressChangedText: "Pinhigh-tilisi osoite on nyt {{address}}. Tämä on viimeinen viesti vanhaan osoitteeseen.",
  addressChangedNote: "Jos se et ollut sinä, joku toinen saattaa käyttää tiliäsi: kerro siitä heti niille, jotka ylläpitävät tätä palvelua.",
  passwordChangedSubject: "Salasanasi vaihdettiin",
  passwordChangedText: "Pinhigh-tilisi salasana vaihdettiin.",
  passwordChangedNote: "Jos se et ollut sinä, joku toinen saattaa käyttää tiliäsi: aseta heti uusi salasana kirjautumissivulta.",
  invitationSubject: "{{invitedBy}} kutsuu sinut mukaan: {{organization}}",
  invitationText:
    "{{invitedBy}} kutsuu sinut mukaan organisaatioon {{organization}} Pinhighissa. Siellä se selvittää, kuinka lähellä asiakkaitaan se on, ja suunnittelee, mitä asialle tehdään.",
  invitationAction: "Lue kutsu",
  invitationNote: "Kutsu on vain tälle osoitteelle ja toimii kerran. Jos et tunne lähettäjää, sinun ei tarvitse tehdä mitään.",
  engagementOfferSubject: "{{organization}} haluaa tehdä yhteistyötä kanssasi",
  engagementOfferText:
    "{{offeredBy}} ({{organization}}) ehdottaa yhteistyötä Pinhighissa: toinen teistä on asiakas, toinen sen konsulttiyritys. Lue, mitä konsulttiyritys saisi tehdä, ja hyväksy tai hylkää ehdotus.",
  engagementOfferAction: "Lue ehdotus",
  engagementOfferNote:
    "Mitään ei jaeta, ennen kuin ehdotus hyväksytään. Linkki toimii rajoitetun ajan. Jos et tunne lähettäjää, sinun ei tarvitse tehdä mitään.",
  notificationSubject: "{{organization}}: {{sentence}}",
  notificationAction: "Avaa Pinhighissa",
  notificationNote: "Sait tämän viestin tilisi asetusten mukaisesti. Valitse, mitä sinulle tulee sähköpostitse:",
} satisfies TextsLike<typeof english>;
