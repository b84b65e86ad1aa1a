import type english from "../en/support.ts";
import type { TextsLike } from "../say.ts";

export default {
  closedHeading: "{{name}}: kukaan ulkopuolinen ei katso",
  closedText:
    "Asennuksen ylläpitäjä näkee, että {{name}} on olemassa ja montako jäsentä sillä on. Vastauksia, tuloksia tai suunnitelmia hän ei näe, ellei omistaja anna lupaa.",
  openHeading: "{{name}}: asennuksen ylläpitäjä saa katsoa",
  openText: "Lupa on voimassa {{until}} asti. Hän näkee saman kuin katselija eikä voi muuttaa mitään. Voit perua luvan milloin tahansa.",
  grantHeading: "Anna asennuksen ylläpitäjän katsoa",
  grantText:
    "Tee näin, kun olet pyytänyt apua ja jonkun pitää nähdä se, minkä sinä näet. Jokainen käynti kirjataan nimellä tapahtumalokiin, ja omistajille kerrotaan siitä.",
  renewHeading: "Aseta uusi päättymisaika",
  term: "Kuinka pitkäksi aikaa",
  term_day: "24 tuntia",
  term_week: "7 päivää",
  termMissing: "Valitse, kuinka pitkäksi aikaa.",
  grant: "Anna lupa katsoa",
  renew: "Aseta uusi päättymisaika",
  revoke: "Peru lupa nyt",
  granted: "Asennuksen ylläpitäjä saa katsoa tästä hetkestä alkaen.",
  revoked: "Asennuksen ylläpitäjä ei saa enää katsoa.",
  trail: "Katso tapahtumalokista, kuka on käynyt",
} satisfies TextsLike<typeof english>;
