import type english from "../en/workspace.ts";
import type { TextsLike } from "../say.ts";

export default {
  places: "Paikat",
  settings: "Asetukset",
  standing: "Missä olemme",
  roadmap: "Tiekartta",
  trends: "Mikä on muuttunut",
  benchmarks: "Muihin verrattuna",
  cycles: "Kierrokset",
  results: "Tulokset",
  kpis: "Mittarit",
  evidence: "Näyttö",
  people: "Ihmiset",
  profile: "Perustiedot",
  consultancies: "Konsulttiyritykset",
  clients: "Asiakkaat",
  audit: "Tapahtumaloki",
  api: "Rajapinta",
  support: "Tukipääsy",
  data: "Tiedot ja tietosuoja",
  membership: "Oma jäsenyys",
  yourOrganizations: "Omat organisaatiot",
  actsFor: "Olet täällä yrityksen {{firm}} puolesta.",
  notice: "Huomautus",
  synthetic: "<strong>Esimerkki.</strong> Organisaation {{name}} ihmiset ja luvut ovat keksittyjä.",
  leaving:
    "<strong>{{name}} poistetaan pysyvästi {{day}}.</strong> Siihen asti kaikkea voi lukea ja viedä tiedostoksi, mutta mitään ei voi muuttaa. Omistaja voi perua poiston.",
  looking:
    "<strong>Katsot organisaatiota {{name}} asennuksen ylläpitäjänä.</strong> Sen omistaja on sallinut tämän {{until}} asti. Et voi muuttaa mitään, ja sen tapahtumalokissa lukee, että olit täällä.",
  undo: "Pidä organisaatio",
  homeEmpty: "{{name}}: ei vielä arviointeja",
  homeEmptyText:
    "Tällä sivulla näkyy aikanaan, mitä viimeisimmät tulokset organisaatiossa {{name}} ovat ja mikä on avoinna. Sitä varten jonkun on vastattava arviointiin.",
  profileStep: "Kerro, mihin toimialaan, kokoluokkaan ja alueeseen {{name}} kuuluu.",
  profileStepLink: "Täydennä perustiedot",
  show: "Näytä",
  showAll: "Näytä kaikki",
  toFile: "Nämä tiedostona (CSV)",
  whoWeAre: "Keitä olemme",
  pageTitle: "{{page}} · {{name}} · Pinhigh",
  pageTitleError: "Virhe: {{page}} · {{name}} · Pinhigh",
} satisfies TextsLike<typeof english>;
