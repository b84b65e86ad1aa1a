import type english from "../en/identity.ts";
import type { TextsLike } from "../say.ts";

export default {
  nameMissing: "Kirjoita nimesi",
  nameLong: "Nimessä voi olla enintään 100 merkkiä",
  nameUnreadable: "Nimessä on merkkejä, joita ei voi näyttää; kirjoita se ilman niitä",
  addressWrong: "Kirjoita sähköpostiosoite, esimerkiksi nimi@example.com, ilman ääkkösiä",
  addressLong: "Sähköpostiosoitteessa voi olla enintään 254 merkkiä",
  passwordMissing: "Kirjoita salasanasi",
  passwordShort: "Salasanassa on oltava vähintään 10 merkkiä",
  passwordLong: "Salasanassa voi olla enintään 128 merkkiä",
  passwordUnreadable: "Salasanassa on merkkejä, joita ei voi säilyttää; valitse toinen",
  passwordCommon: "Salasana on yleisimpiä, joita kokeillaan ensin, myös numeroilla tai merkeillä jatkettuna; valitse toinen",
  passwordOwn: "Nimesi, osoitteesi ja tämän palvelun nimi ovat arvattavissa; valitse salasana, joka ei perustu niihin",
  codeMissing: "Kirjoita koodi",
  codeWrong: "Koodissa on kuusi numeroa; varakoodi näyttää tältä: abc12-DEF34",

  name: "Nimesi",
  nameHint: "Niin kuin työkaverisi sinut tuntevat.",
  address: "Sähköpostiosoite",
  password: "Salasana",
  newPassword: "Uusi salasana",
  passwordHint: "Vähintään 10 merkkiä. Muutama sana peräkkäin on parempi kuin yksi sana ja erikoismerkkejä.",
  code: "Koodi",

  signUpHeading: "Luo käyttäjätili",
  signUpLead: "Tilillä pidät tulokset yhdessä organisaatiosi kanssa ja palaat niihin myöhemmin. Pelkkään vastaamiseen sitä ei tarvita.",
  signUp: "Luo tili",
  haveAccount: "Onko sinulla jo tili? <signIn>Kirjaudu</signIn>",

  sentHeading: "Katso sähköpostisi",
  sentText: "Lähetimme viestin antamaasi osoitteeseen. Avaa siinä oleva linkki vuorokauden kuluessa ja kirjoita sivulle salasanasi.",
  sentNothing: "Eikö viestiä näy muutamassa minuutissa? Katso roskapostista. Jos kirjaudut osoitteellasi ja salasanallasi, viesti lähetetään uudelleen.",

  verifyHeading: "Vahvista osoitteesi",
  verifyText: "Vahvistat osoitteen {{address}}. Kirjoita salasana, jonka valitsit tilillesi.",
  verify: "Vahvista ja kirjaudu",
  verifyForgotten: "Etkö tiedä salasanaa, tai onko joku muu käyttänyt osoitettasi? <reset>Aseta uusi salasana</reset>; sekin vahvistaa osoitteen.",
  linkDeadHeading: "Linkki ei enää toimi",
  verifyDeadText: "Se on jo käytetty, yli vuorokauden vanha tai katkesi kopioitaessa. Kirjaudu, niin uusi lähetetään, jos sitä tarvitaan.",
  resetDeadText: "Se on jo käytetty tai yli tunnin vanha, tai salasanasi tai osoitteesi on sen jälkeen vaihtunut. Pyydä uusi.",

  signInHeading: "Kirjaudu",
  signIn: "Kirjaudu",
  forgotten: "Unohditko salasanasi?",
  noAccount: "Eikö sinulla ole vielä tiliä? <signUp>Luo tili</signUp>",
  signInRefused: "Osoite tai salasana on väärä",
  waitMinutes_one: "Tällä osoitteella on yritetty liian monta kertaa. Yritä uudelleen {{count}} minuutin kuluttua; uuden salasanan voit asettaa milloin vain",
  waitMinutes_other: "Tällä osoitteella on yritetty liian monta kertaa. Yritä uudelleen {{count}} minuutin kuluttua; uuden salasanan voit asettaa milloin vain",
  waitNetwork_one:
    "Verkostasi on yritetty kirjautua väärin tiedoin liian monta kertaa. Yritä uudelleen {{count}} minuutin kuluttua tai selaimella, jolla olet kirjautunut aiemmin",
  waitNetwork_other:
    "Verkostasi on yritetty kirjautua väärin tiedoin liian monta kertaa. Yritä uudelleen {{count}} minuutin kuluttua tai selaimella, jolla olet kirjautunut aiemmin",
  passwordWasSet: "Uusi salasanasi on asetettu ja kaikki istunnot on päätetty. Kirjaudu sillä.",
  passkeySignIn: "Kirjaudu pääsyavaimella",
  passkeyText: "Jos olet lisännyt pääsyavaimen tiliisi, et tarvitse salasanaa etkä koodia.",
  passkeyFailed: "Tämä ei onnistunut: pääsyavainta ei tunnistettu tai vaihe keskeytettiin",

  secondHeading: "Vielä yksi vaihe",
  secondText: "Kirjoita kuusi numeroa, jotka todennussovelluksesi nyt näyttää, tai jokin varakoodeistasi.",
  finishSignIn: "Jatka",
  codeRefused: "Koodi on väärä tai jo käytetty. Odota seuraavaa",
  codesLocked: "Tälle tilille on annettu liian monta väärää koodia. Odota 15 minuuttia ja kirjaudu uudelleen",
  beginAgain: "Aloita alusta",

  forgotHeading: "Aseta uusi salasana",
  forgotLead: "Kirjoita osoitteesi. Jos sillä on tili, lähetämme sinne linkin, jolla asetat uuden salasanan.",
  sendLink: "Lähetä linkki",
  forgotSentText: "Jos osoitteella on tili, sinne on matkalla viesti. Siinä oleva linkki toimii kerran, tunnin ajan.",
  resetHeading: "Valitse uusi salasana",
  resetLead: "Se korvaa vanhan, ja kaikki istunnot päättyvät, tällä laitteella ja muilla. Toinen vaihe pysyy ennallaan.",
  reset: "Aseta salasana",
} satisfies TextsLike<typeof english>;
