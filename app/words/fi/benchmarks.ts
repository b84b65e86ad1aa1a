import type english from "../en/benchmarks.ts";
import type { TextsLike } from "../say.ts";

export default {
  everybody: "Kaikki organisaatiot",
  people: "{{size}} henkilöä",
  overall: "Kokonaisuus",

  noneHeading: "Organisaatiosta {{name}} ei ole vielä mitään verrattavaa",
  noneText: "Vertailuun tarvitaan oma tulos: arviointi, johon vähintään viisi ihmistä on vastannut kierroksella ja joka on suljettu.",
  toCycles: "Katso kierrokset",
  inventedHeading: "Organisaatiota {{name}} ei verrata keneenkään",
  inventedText:
    "Sen ihmiset ja luvut ovat keksittyjä. Mikään keksitty ei ole mukana vertailussa, eikä vertailua keksitä sitä varten: tällä sivulla on lukuja vain organisaatioista, jotka jakavat tuloksensa.",

  soFar: "Toistaiseksi muita organisaatioita on {{others}}, tarvitaan {{needed}}",
  soFarText:
    "Muista ei sanota mitään ennen kuin heitä on niin monta, ettei ketään voi tunnistaa luvuista. Tässä ei ole muitakaan lukuja sijalla: mitään ei arvioida, osteta eikä keksitä.",
  soFarOwnIn: "Lukuja näytetään, kun yksitoista organisaatiota jakaa tuloksensa. Te olette yksi niistä, joten muita tarvitaan kymmenen.",
  soFarOwnOut:
    "Lukuja näytetään, kun yksitoista organisaatiota jakaa tuloksensa. Te ette ole yksi niistä, joten muita tarvitaan yksitoista; jos jaatte tuloksenne, kymmenen.",
  keptBack: "Tästä ryhmästä ei voi vielä näyttää mitään",
  keptBackText:
    "Joko siinä on alle yksitoista organisaatiota, jotka jakavat tuloksensa, tai sen luvut kertoisivat yhdessä muiden näytettyjen lukujen kanssa jotakin alle kymmenestä. Niiden määrää ei kerrota.",
  noScore: "Organisaatiolla {{name}} ei ole verrattavaa kokonaispistemäärää",
  median_above: "{{name}} on keskimmäisen yläpuolella, kun muita organisaatioita on {{n}}",
  median_below: "{{name}} on keskimmäisen alapuolella, kun muita organisaatioita on {{n}}",
  median_unclear: "{{name}} ei erotu keskimmäisestä, kun muita organisaatioita on {{n}}",
  quarter_1: "alin neljännes",
  quarter_2: "toiseksi alin neljännes",
  quarter_3: "toiseksi ylin neljännes",
  quarter_4: "ylin neljännes",
  quartile: "{{name}}: {{quarter}}, kun muita organisaatioita on {{n}}",
  quartileReaching: "{{name}}: {{quarter}}, kun muita organisaatioita on {{n}}; mahdollisia ovat kaikki väliltä {{from}} – {{to}}",
  percentile: "{{name}} on {{rank}} %:n yläpuolella, kun muita organisaatioita on {{n}}; mahdollista on kaikki väliltä {{low}}–{{high}} %",
  short_none: "ei pistemäärää",
  short_tooFew: "toistaiseksi {{others}}, tarvitaan {{needed}}",
  short_above: "keskimmäisen yläpuolella",
  short_below: "keskimmäisen alapuolella",
  short_unclear: "ei erotu keskimmäisestä",
  short_quartile: "{{quarter}} ({{low}}–{{high}} %:n yläpuolella)",
  short_percentile: "{{rank}} %:n yläpuolella ({{low}}–{{high}} %)",

  basis: "{{title}}, versio {{version}}: oma tuloksenne ({{period}}), vertailussa {{cohort}}. Koottu {{day}}.",
  basisNone: "{{title}}, versio {{version}}: oma tuloksenne ({{period}}).",
  leftOut: "Oma tuloksenne on jaettujen joukossa, ja se on jätetty pois kaikesta tässä näytetystä.",
  stillIn:
    "Olette sen jälkeen lopettaneet jakamisen. Oma tuloksenne voi olla vielä laskettuna muiden joukkoon, enintään vuorokauden: seuraavat luvut tehdään ilman sitä.",
  whichAssessment: "Mikä arviointi",
  whichCohort: "Keihin verrataan",
  cohortsText: "Voitte katsoa ryhmiä, joihin kuulutte perustietojenne mukaan.",
  notYet: "{{cohort}}: {{why}}",
  profile: "Perustiedot",

  you: "Te",
  lineMiddle: "{{line}}. Muiden keskimmäinen puolikas on välillä {{low}}–{{high}}.",
  middleHalf: "Viivan alla oleva palkki on muiden ({{n}}) keskimmäinen puolikas: {{low}}–{{high}}.",
  ownInterval: "Viivan takana oleva vyö kertoo, mikä oma pistemääränne voisi yhtä hyvin olla, jos muita omia ihmisiänne olisi vastannut: {{low}}–{{high}}.",
  rankHeading: "Osuus muista, joiden yläpuolella olette",
  rankLabel: "Olette {{low}}–{{high}} %:n yläpuolella muista.",
  bottom: "ei kenenkään yläpuolella",
  top: "kaikkien yläpuolella",

  distributionHeading: "Miten muut ({{n}}) jakautuvat ja missä te olette",
  barRange: "{{from}}–{{to}}",
  barLabel: "Organisaatiot kokonaispistemäärän mukaan viiden pisteen välein",
  here: "Olette tässä",
  distributionTable: "Montako muuta kullakin viiden pisteen välillä",
  scoreColumn: "Pistemäärä",
  othersColumn: "Muita",

  partsHeading: "Osa kerrallaan",
  partsTable: "Oma pistemääränne muiden rinnalla osittain",
  part: "Osa",
  ownColumn: "Te",
  medianColumn: "Muiden keskimmäinen",
  picture: "Te ja keskimmäinen puolikas",
  pictureLabel: "{{part}}: te {{own}}, muut {{low}}–{{high}}",
  said: "Mitä voidaan sanoa",
  shrunkColumn: "Muiden keskiarvo laajempaan ryhmään päin vedettynä",
  shrunkText:
    "Näin harva organisaatio kertoo yksinään vähän. Siksi niiden keskiarvoa on vedetty laajemman ryhmän ({{parent}}) keskiarvoa kohti: luku on (n × keskiarvo + k × laajemman keskiarvo) / (n + k), missä n on muiden määrä ja k se, monenko organisaation arvoisena laajempaa ryhmää pidetään.",

  bestHeading: "Mitä ylin neljännes tekee toisin",
  bestText:
    "Kysymykset, joissa tämän ryhmän ylin neljännes on eniten muita edellä, nollasta sataan viiden välein. Se ei kerro, että ero johtuisi juuri niistä.",
  bestOwnIn: "Omat vastauksenne ovat jommassakummassa.",
  bestTable: "Kysymykset, joissa ero on suurin",
  question: "Kysymys",
  bestColumn: "Ylin neljännes",
  restColumn: "Muut",
  meanOf: "{{mean}} ({{n}} organisaatiota)",
  bestNone: "Kummallakaan puolella ei ole vielä tarpeeksi organisaatioita: tarvitaan kymmenen kummallakin.",

  selfHeading: "Verrattuna itseenne",
  cyclesTable: "Omat aiemmat kierroksenne",
  period: "Neljännes",
  meanColumn: "Kokonaisuus",
  peopleColumn: "Ihmisiä",
  toTrends: "Katso, mikä on muuttunut ja voiko siihen luottaa",
  unitsTable: "Omat yksikkönne siltä osin kuin ne voi näyttää",
  unit: "Yksikkö",
  notShown: "ei näytetä",

  clientsHeading: "Asiakkaanne yhdessä",
  clientsText:
    "Asiakkaat, jotka on annettu sinulle, joiden tulokset saat nähdä ja jotka jakavat ne vertailuun. Samat säännöt pätevät: alle kymmenestä ei sanota mitään.",
  clientsNone: "Yksikään asiakkaistanne ei vielä jaa tulostaan.",
  clientsTable: "Asiakkaanne arvioinneittain",
  assessment: "Arviointi",
  clientsCount: "Asiakkaita",
  clientsMedian: "Keskimmäinen",
  clientsHalf: "Keskimmäinen puolikas",
  halfRange: "{{low}}–{{high}}",

  consentHeading: "Jakakaa tuloksenne",
  consentOff: "{{name}} ei jaa tuloksiaan. Näette saman vertailun kummassakin tapauksessa; se on olemassa, koska muut jakavat omansa.",
  consentOn: "{{name}} on jakanut tuloksensa {{day}} alkaen.",
  sharedHeading: "Mitä jaetaan",
  shared_profile: "Perustietojenne toimiala, koko ja alue.",
  shared_scores:
    "Kunkin suljetun kierroksen koko tiimin pistemäärät: kokonaisuus, osa-alueet ja pilarit; kustakin arvioinnista viimeisin, enintään 24 kuukautta vanha.",
  shared_items: "Tiimin keskiarvo jokaisesta kysymyksestä, jonka sen tulos näyttää.",
  neverShared:
    "Koskaan ei jaeta organisaation nimeä, ihmisten nimiä, kenenkään vastauksia, kommentteja, muistiinpanoja eikä näyttöä. Kukaan ei näe yksittäistä organisaatiota: luvut julkaistaan vähintään yhdestätoista yhdessä ja enintään kerran päivässä.",
  revokeText:
    "Voitte perua jakamisen milloin tahansa. Silloin jaettu poistetaan heti ja seuraavat luvut tehdään ilman sitä; aiemmin luettuja lukuja ei voi kutsua takaisin.",
  give: "Jaa tuloksemme",
  revoke: "Lopeta jakaminen",
  given: "Tuloksenne jaetaan tästä lähtien. Ne tulevat seuraaviin lukuihin yhdessä vähintään kymmenen muun organisaation kanssa.",
  revoked: "Tuloksianne ei enää jaeta. Seuraavat luvut tehdään ilman niitä.",
  whoDecides: "Siitä päättävät omistajat ja ylläpitäjät.",
} satisfies TextsLike<typeof english>;
