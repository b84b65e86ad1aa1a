import type english from "../en/demo.ts";
import type { TextsLike } from "../say.ts";

export default {
  title: "Tutustu esimerkkiin",
  text: "Neljä keksittyä yritystä, joilla on takanaan kaksi vuotta neljännesvuosia, ja niitä neuvova toimisto. Kaikki toimii kuin sinulla toimisi, mutta mitään ei voi muuttaa.",
  invented: "Kaikki nimet, ihmiset ja vastaukset ovat ohjelman keksimiä. Luvut lasketaan niistä samoin säännöin kuin kenen tahansa vastauksista.",
  seesWhat: "Mitä voit avata",
  clients: "Toimiston asiakkaat: missä kukin on ja mitä seuraavaksi",
  company: "Yritys sisältä päin: {{name}}, sen ihmiset, asetukset ja tapahtumaloki",
  firm: "Itse toimisto: {{name}} ja se, kuka työskentelee kenellekin",
  begin: "Katsele ympärillesi",
  firstTime: "Kun esimerkki avataan neljännesvuoden aikana ensimmäisen kerran, sen tekeminen kestää muutaman sekunnin.",
  replaces: "Olet kirjautunut nimellä {{name}}. Esimerkkiin tutustuminen päättää sen istunnon tässä selaimessa.",
  here: "Olet tutustumassa esimerkkiin",
  leave: "Poistu esimerkistä",
} satisfies TextsLike<typeof english>;
