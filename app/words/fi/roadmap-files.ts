import type english from "../en/roadmap-files.ts";
import type { TextsLike } from "../say.ts";

export default {
  heading: "Ota tiedostona",
  text: "Jokaisessa tiedostossa on se, mitä nyt tiedetään, omalla kielelläsi. Tapahtumalokiin jää merkintä siitä, että otit tiedoston.",
  xlsx: "Excel-työkirja (.xlsx)",
  xlsxText: "Kokouksiin ja laskemiseen: omat taulukot toimenpiteille, tarkistuslistoille ja lupauksille. Päivät ovat päiviä ja luvut lukuja.",
  csv: "Taulukko (.csv)",
  csvText: "Muille ohjelmille: yksi rivi toimenpidettä kohti ja kaikki, mitä siitä tiedetään.",
  md: "Asiakirja (.md)",
  mdText: "Wikiin tai jaettavaksi: kaikki otsikoituna tekstinä, Markdown-muodossa.",
  ics: "Kalenteri (.ics)",
  icsText:
    "Outlookiin, Google-kalenteriin tai Applen kalenteriin: koko päivän tapahtuma jokaisen toimenpiteen määräpäivänä tai, jos määräpäivää ei ole, sen viimeisen neljänneksen viimeisenä päivänä. Päättyneet jätetään pois.",
  jira: "Työt Jiraan (.csv)",
  jiraText: "Jira-projektiin: tekemättä olevat toimenpiteet eepoksina ja tarkistuslistan vaiheet tehtävinä niiden alla.",
  azure: "Työt Azure DevOpsiin (.csv)",
  azureText: "Azure Boardsiin: tekemättä olevat toimenpiteet eepoksina ja jäljellä olevat vaiheet tehtävinä niiden alla.",

  jiraHow: "Näin tuot sen Jiraan",
  jiraHow1:
    "Pyydä Jiran ylläpitäjää avaamaan tuonti ulkoisesta järjestelmästä (External System Import) ja valitsemaan CSV. Kaikkien käytössä oleva tuonti ei osaa panna tehtäviä eeposten alle.",
  jiraHow2: "Valitse merkistöksi UTF-8 ja päivämäärän muodoksi yyyy-MM-dd.",
  jiraHow3: "Anna jokaiselle sarakkeelle sen niminen kenttä, ja valitse sarakkeiden Issue Type ja Status arvoille ne nimet, joita projektinne käyttää.",
  jiraHow4: "Alkuperäinen arvio on sekunteina, kuten Jira haluaa: henkilötyöviikko on viisi kahdeksan tunnin päivää eli 144 000 sekuntia.",
  azureHow: "Näin tuot sen Azure DevOpsiin",
  azureHow1: "Avaa Boards ja Queries ja valitse Import Work Items. Azure ottaa kerralla enintään 1 000 riviä; jaa pidempi tiedosto eepoksen kohdalta.",
  azureHow2: "Käy esikatselu läpi, korjaa se, mitä siihen on merkitty, ja tallenna. Kaikki tulee perille uutena, koska Azure ei anna tuonnin sanoa muuta.",
  azureHow3: "Työmäärä (Effort) on henkilötyöviikkoina. Tyypit Epic ja Task ovat Azuren jokaisessa prosessissa.",
  addresses: "Vastuuhenkilöt ovat siinä sähköpostiosoitteina. Poista sarake, jos he käyttävät siellä toista osoitetta.",
  noAddresses: "Vastuuhenkilöt eivät ole mukana: heidät merkittäisiin sähköpostiosoitteina, joita et roolissasi näe.",

  planText:
    "Suunnitelma, sen neljännekset, mitä se vie ja mitä se lupaa, ennen kuin mitään siitä on aloitettu. Tapahtumalokiin jää merkintä siitä, että otit tiedoston.",
} satisfies TextsLike<typeof english>;
