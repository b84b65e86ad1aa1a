import type english from "../en/method.ts";
import type { TextsLike } from "../say.ts";

export default {
  title: "Menetelmä: miten luvut lasketaan",
  heading: "Miten luvut lasketaan",
  lead: "Jokainen luku lasketaan tallennetuista vastauksista ja arvioinnin tallennetusta versiosta säännöillä, joita kuka tahansa voi seurata kynällä ja paperilla. Tämän sivun esimerkki on <example>{{title}}</example>; sen luvut laskee tässä sama ohjelma, joka laskee teidän lukunne.",
  answersHeading: "Neljä vastauslajia, joita ei sekoiteta",
  answersText:
    "<kind>Vastattu</kind> lasketaan mukaan. <kind>Ei koske meitä</kind> jää kokonaan pois summasta, aivan kuin kysymystä ei olisi esitetty. <kind>En tiedä</kind> ja <kind>vastaamatta</kind> jäävät nekin pois pisteistä, mutta ne pienentävät vastattua osuutta; se, mitä kukaan ei tiedä, luetellaan selvitettäväksi.",
  valueHeading: "Vastauksesta arvoksi",
  valueText:
    "Jokaisella vastauksella on arvo väliltä 0–1, ja arviointi kertoo sen avoimesti. Kun käytäntöjä voi valita useita, niiden arvot summataan, kuitenkin enintään arvoon 1. Jokaisen kysymyksen paras vastaus on arvoltaan tasan 1, ja sisällön tarkistus todistaa sen.",
  valueKindsText:
    "Sijainti kahden ääripään välillä saa arvonsa siitä, missä olette tänään; se, mihin pyritte kahdessatoista kuukaudessa, kuuluu tiekarttaan. Luku asettuu ilmoitettujen kiintopisteiden välisille suorille ja pyöristetään kolmeen desimaaliin. Järjestykseen asettamisessa kukin sija lasketaan sillä olevan vaihtoehdon arvolla, ensimmäinen sija painavimmin.",
  partHeading: "Arvioinnin osa-alue",
  partText: "Osa-alueen pisteet ovat 100 × painon ja arvon tulojen summa jaettuna vastattujen kysymysten painojen summalla. Esimerkin osa-alueella ”{{part}}”:",
  partTable: "Osa-alueen laskuesimerkki",
  questionAndAnswer: "Kysymys ja vastaus",
  value: "Arvo",
  weight: "Paino",
  weightTimesValue: "Paino × arvo",
  notCounted: "ei lasketa",
  sum: "Summa",
  partSum: "100 × {{sum}} ÷ {{weight}} = <figure>{{score}}</figure>. Jos mihinkään ei olisi vastattu, pisteitä ei olisi lainkaan, ja se on eri asia kuin 0.",
  shownHeading: "Milloin osa-alue näytetään",
  shownText:
    "Osa-alue näytetään, kun teitä koskevasta painosta on vastattu vähintään 75 % ja kun sen koko painosta enintään 40 % on kysymyksissä, jotka eivät koske teitä. Muuten sivu kertoo, mitä puuttuu. Viiteen pilariin – ihmisiin, prosesseihin, sisältöön, teknologiaan ja mittareihin – sovelletaan samaa sääntöä niiden kysymysten osalta, jotka koskevat pilaria.",
  overallHeading: "Kokonaispisteet",
  overallText:
    "Näytettävien osa-alueiden painotettu keskiarvo. Esimerkissä: ({{sum}}) ÷ {{weights}} = <figure>{{score}}</figure>. Joissakin arvioinneissa aiempi osa-alue kantaa myöhempää: silloin myöhempi lasketaan omilla pisteillään tai, jos aiempi lasketaan pienemmillä, niillä. Pois jätetty osa-alue nimetään tuloksessa; mitään ei täytetä sen tilalle. Kaikki summat ovat tarkkoja, joten vastausten järjestys ei voi muuttaa lukua, ja luku pyöristetään vasta näytettäessä: yhteen desimaaliin, puolikkaat nollasta poispäin.",
  levelHeading: "Tason kaksi lukutapaa",
  levelScored:
    "Tasoja on viisi, ja ne alkavat pisteistä {{cuts}}: {{names}}. <term>Pisteiden mukainen</term> taso seuraa kokonaispisteistä: tässä taso {{level}}.",
  levelGated:
    "<term>Rajoitettu</term> taso vaatii lisäksi, että jokainen kriittinen osa-alue ({{parts}}) on enintään 10 pisteen päässä tason alarajasta: tässä taso {{level}}.",
  levelGatedHeld:
    "<term>Rajoitettu</term> taso vaatii lisäksi, että jokainen kriittinen osa-alue ({{parts}}) on enintään 10 pisteen päässä tason alarajasta: tässä taso {{level}} (tasoa rajoittaa: {{held}}).",
  levelProvisional: "Tasot ovat alustavia, kunnes niiden rajat on vahvistettu aineistolla.",
  gapsHeading: "Merkittävimmät erot",
  gapsText:
    "Eron suuruus kertoo, kuinka paljon kokonaispisteet nousisivat, jos tuo yksi vastaus muuttuisi parhaaksi: 100 × osa-alueen paino × kysymyksen paino × (1 − arvo) jaettuna osa-alueen vastatulla painolla ja kaikkien pisteitä saaneiden osa-alueiden painolla. Kun osa-alueet kantavat toisiaan, pisteet lasketaan sen sijaan kokonaan uudelleen.",
  gapsExample: "Esimerkin suurin ero on {{points}} pistettä.",
  sureHeading: "Kuinka varmat pisteet ovat",
  sureText:
    "Arvaukseksi merkitty vastaus siirtyy viereiseen vastaukseen puolessa 2 000 arvonnasta, ”melko varma” joka viidennessä; ”En tiedä” saa minkä tahansa vastauksen yhtä suurella todennäköisyydellä.",
  sureExample: "Esimerkin arvonnat jakautuvat näin: {{chances}}.",
  sureChance: "taso {{level}} ({{chance}})",
  sureRest:
    "Arvonnat alkavat kiinteästä luvusta, joten ne antavat joka kerta saman tuloksen. Kaksi vastausta, jotka eivät sovi yhteen, lasketaan arvauksiksi; itse pisteitä ne eivät koskaan muuta.",
  portfolioHeading: "Useita arviointeja yhdessä",
  portfolioText:
    "Koosteeseen otetaan kunkin arvioinnin viimeisin tulos. Koosteen pilareita ei lasketa arviointien pilareista: kaikki pilaria koskevat kysymykset kootaan yhteen, ja 100 × painon ja arvon tulojen summa jaetaan vastattujen kysymysten painojen summalla, kuten osa-alueella. Useassa arvioinnissa oleva kysymys lasketaan pilareissa kerran, viimeksi annetulla vastauksella. Pilari näytetään saman säännön mukaan kuin osa-alue.",
  portfolioExample:
    "Arviointien {{titles}} esimerkeissä on yhteensä {{questions}} kysymystä pilarista ”{{pillar}}”, kun molemmissa olevat kysymykset ({{once}}) on jätetty toisella kerralla pois, ja pilarin pisteet ovat <figure>{{score}}</figure>. Kokonaispisteiden keskiarvo on painottamaton: ({{sum}}) ÷ {{rows}} = <mean>{{mean}}</mean>. Tässä keskiarvossa molemmissa oleva kysymys on mukana kahdesti, kerran kummassakin tuloksessa. Keskiarvo on myös se, mitä niiden yhteinen tiekartta nostaa.",
  quotedTitle: "”{{title}}”",
  portfolioShared:
    "Vastaus yhteiseen kysymykseen täytetään valmiiksi, kun kysymys tulee vastaan uudelleen; siinä näkyy, missä ja milloin vastaus annettiin. Se on voimassa 90 päivää antamisestaan, minkä jälkeen kysymys esitetään uudelleen. ”En tiedä” kysytään aina uudelleen. Jos kysymykseen on näiden 90 päivän aikana vastattu eri tavoin, molemmat vastaukset näytetään ja lasketaan arvauksiksi. Kahden arvioinnin vastaukset, jotka eivät sovi yhteen, lasketaan kummassakin arvauksiksi, ja molemmat näytetään.",
  roadmapHeading: "Tiekartta",
  roadmapPromises:
    "Toimenpide lupaa nostaa nimetyt vastaukset nimettyihin vaihtoehtoihin ja tarvitsee viiden pilarin henkilötyöviikkoja. Toimenpiteiden tuoma lisäys saadaan pisteyttämällä vastaukset uudelleen niin, että lupaukset on pidetty: jos kaksi toimenpidettä lupaa saman vastauksen, se lasketaan kerran. Lupaus lasketaan vain, kun nykyinen vastaus tiedetään.",
  roadmapPoints:
    "Suunnitelman toimenpiteen vieressä olevat pisteet kertovat, mitä se lisää, kun toimenpiteet valmistuvat toinen toisensa jälkeen, joten niiden summa on koko nousu. Avattuna toimenpide kertoo myös, mitä kukin sen vastauksista toisi yksinään; kun kaksi toimenpidettä nostaa samaa vastausta, nämä luvut menevät päällekkäin.",
  roadmapPlan:
    "Suunnitelma valitsee aloitusneljännekset niin, että ennustettujen pisteiden kuvaajan alle jäävä pinta-ala on mahdollisimman suuri; kukin myöhempi neljännes painaa 5 % vähemmän. Rajoina ovat viikkonne, budjettinne ja järjestys, jossa toimenpiteet nojaavat toisiinsa. Ensin laaditaan suunnitelma viikkoa kohti saatavan lisäyksen mukaan; sitten sekalukuoptimoinnin ratkaisija etsii parhaan ja todistaa, ettei parempaa ole, tai kertoo, paljonko parhaasta voi enintään puuttua. Toimenpiteen onnistumisen todennäköisyys on oma arviomme, ja se myös esitetään sellaisena; ennusteeseen se ei vaikuta.",
  notHereHeading: "Mitä täällä ei ole",
  notHereText:
    "Ei vertailua muihin: tässä asennuksessa ei ole yrityksiä, jotka olisivat suostuneet vertailuun, eikä niitä ole keksitty. Toimenpiteiden työmäärä, hinta ja onnistumisen todennäköisyys ovat perusteltuja arvioita, eivät tutkimustietoa.",
  apiTitle: "API",
  apiHeading: "Kaikki luvut myös ohjelmille",
  apiLead:
    "Useimmat näistä toiminnoista eivät vaadi avainta; kolme tarvitsee organisaation avaimen, jonka sen omistajat ja ylläpitäjät luovat asetuksissa. Ne ottavat vastaan ja palauttavat JSON-muotoista tietoa; virheet ovat RFC 9457:n mukaisia virhedokumentteja, joissa on <code>code</code> ja syötteen virheissä virheelliset kentät kohdassa <code>fields</code>. Koneluettava kuvaus on <openapi>OpenAPI 3.1</openapi>.",
  tryIt: "Kokeile",
  shape: "Vastauksen rakenne<of>: {{summary}}</of>",
  listAssessmentsSummary: "Luettele arvioinnit",
  listAssessmentsDescription: "Tunnus, versio, otsikko ja pituus.",
  readDefinitionSummary: "Lue arvioinnin koko määritelmä",
  readDefinitionDescription:
    "Osa-alueet, kysymykset, vaihtoehdot arvoineen, painot, tasot, huomiot, tulkinnat ja sisällön tiiviste: kaikki, mitä pisteytys tarvitsee.",
  scoreAnswersSummary: "Pisteytä vastaukset",
  scoreAnswersDescription:
    "Mitään ei tallenneta. Arvo on vaihtoehdon tunnus (single), luettelo vaihtoehtojen tunnuksista (multi; ranking: järjestyksessä), kokonaisluku (scale; shift: sijainti nollasta alkaen, tavoite valinnainen) tai luku (number). Pois jätetty kysymys on vastaamatta. Lukuja ei pyöristetä.",
  planRoadmapSummary: "Suunnittele tiekartta",
  planRoadmapDescription:
    "Vastaukset arvioinneittain, henkilötyöviikot pilareittain, yksi luku vuosineljännestä kohti, ja haluttaessa budjetti vuosineljänneksittäin sekä kiinnitetyt ja pois jätetyt toimenpiteet. Valitsee aloitusneljännekset niin, että ennustettujen pisteiden diskontattu pinta-ala on mahdollisimman suuri. Suunnitelma, jonka tila on optimal, on todistetusti paras; tilassa feasible mukana ovat yläraja ja jäljelle jäävä ero.",
  listInitiativesSummary: "Luettele toimenpiteet",
  listInitiativesDescription: "Työmäärä, edellytykset ja lupaukset: tiedot, joilla suunnitelman voi tarkistaa.",
  readBenchmarkSummary: "Lue, miten organisaatio sijoittuu muihin nähden",
  readBenchmarkDescription:
    "Avaimella. Yhden arvioinnin viimeisin suljettu tulos osittain niiden organisaatioiden rinnalla, jotka jakavat omansa: se, mitä voidaan sanoa, riippuu niiden määrästä, eikä alle kymmenestä ole yhtään lukua.",
  listKpisSummary: "Luettele mittarit",
  listKpisDescription: "Kaava, yksikkö, suunta ja sudenkuopat.",
  listFollowedKpisSummary: "Luettele organisaation seuraamat mittarit",
  listFollowedKpisDescription: "Avaimella. Mitä kukin on, sen tavoitteet ja viimeisin lukema, sivu kerrallaan.",
  listReadingsSummary: "Lue mittarin lukemat",
  listReadingsDescription: "Avaimella. Vanhin ensin, sivu kerrallaan.",
  addReadingSummary: "Lisää mittarille lukema",
  addReadingDescription:
    "Avaimella, joka saa kirjoittaa. Yksi lukema päivässä; samalla Idempotency-Key-otsakkeella sama pyyntö tehdään kerran, lähetettiinpä se kuinka monta kertaa tahansa.",
} satisfies TextsLike<typeof english>;
