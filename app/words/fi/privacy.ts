import type english from "../en/privacy.ts";
import type { TextsLike } from "../say.ts";

export default {
  yourData: "Omat tiedot",
  yourDataLead: "Nämä tiedot sinusta säilytetään, ja tässä näet missä.",
  yourAccount: "Tilisi",
  yourAccountText:
    "Nimi, osoite, kieli, toinen vaihe, pääsyavaimet ja istunnot. Salasanoja ja avaimia ei voi lukea kukaan, eikä niitä ole missään tiedostossa.",
  yourNotifications: "Ilmoitukset ja sähköpostit",
  yourNotificationsText: "Mitä sinulle on kerrottu, mitä haluat sähköpostina ja mitkä viestit lähtivät osoitteeseesi viimeisten 30 päivän aikana.",
  inOrganizations: "Organisaatioissasi",
  inOrganizationsText:
    "Roolisi, minä vastaat, missä työskentelet, mitä vastasit, mitkä kierrokset ovat kysyneet osoitteestasi myös siellä, minne et kuulu, mille asiakkaille työskentelet ja ne tapahtumalokin rivit, joilla sinut nimetään.",
  withoutAccount: "Ilman tiliä",
  withoutAccountText: "Linkin kautta kirjautumatta antamasi vastaukset eivät ole kenenkään nimissä. Niitä ei ole tiedostossa.",
  toFile: "Lataa omat tietosi",
  toFileText: "Yksi JSON-tiedosto, jota muutkin ohjelmat osaavat lukea. Muita ihmisiä koskevat tiedot on jätetty pois.",
  thenDelete: "Poista tili",

  stays: "Mikä jää ja mikä poistuu",
  lastOwner: "{{name}}: olet sen viimeinen omistaja. Ennen kuin voit poistaa tilisi, tee jompikumpi:",
  makeOwner: "Tee jostakusta toisesta omistaja",
  deleteOrganization: "Poista organisaatio",
  leaves: "{{name}}: lähdet siitä.",
  staysAnswers_one: "Yksi lähettämäsi arviointi jää ilman nimeäsi, kommenttejasi ja linkkejäsi: organisaation tulos tarvitsee sen vastaukset.",
  staysAnswers_other: "{{count}} lähettämääsi arviointia jää ilman nimeäsi, kommenttejasi ja linkkejäsi: organisaation tulos tarvitsee niiden vastaukset.",
  staysPublished_one:
    "Yksi, johon vastasit nimettömästi, jää ennalleen kommentteineen ja linkkeineen: sen tulos on jo nähtävillä, eikä vastaus ole enää kenenkään. Jos vain sinun sanasi katoaisivat siitä, muut voisivat päätellä, että ne olivat sinun.",
  staysPublished_other:
    "{{count}}, joihin vastasit nimettömästi, jäävät ennalleen kommentteineen ja linkkeineen: niiden tulokset ovat jo nähtävillä, eivätkä vastaukset ole enää kenenkään. Jos vain sinun sanasi katoaisivat niistä, muut voisivat päätellä, että ne olivat sinun.",
  goesUnfinished_one: "Yksi, jota et ole lähettänyt, poistuu.",
  goesUnfinished_other: "{{count}}, joita et ole lähettänyt, poistuvat.",
  noAnswers: "Et ole vastannut siellä mihinkään.",
  trailStays: "Tapahtumaloki jää, mutta ei enää kerro, että se olit sinä.",
  noOrganizations: "Et kuulu mihinkään organisaatioon, joten mitään sinun tietojasi ei jää sellaiseen.",

  dataHeading: "Mitä säilytetään ja kuinka kauan: {{name}}",
  dataText: "Kaikki nämä tiedot kuuluvat organisaatiolle {{name}}. Voit ottaa ne mukaasi, päättää säilytysajasta tai poistaa ne.",
  exportHeading: "Kaikki yhtenä tiedostona",
  exportText:
    "Perustiedot, jäsenet osoitteineen, kutsut, toimeksiannot, kierrokset, lähetetyt vastaukset tuloksineen mutta ilman vastaajien nimiä (nimettömiltä kierroksilta vain, kun jokaiseen kysymykseen on vastannut vähintään viisi, ilman kommentteja, asemia ja aikoja), arvioinnit sellaisina kuin ne olivat, mittarit, näytöt, tiekartta vaihtoehtoineen ja käyttöön ottoineen sekä tapahtumaloki. Näytöiksi ja liitteiksi lisätyistä tiedostoista siinä on nimi ja koko; tallenna itse tiedostot sieltä, missä ne ovat. Ei salasanoja eikä linkkejä, jotka avaavat jotakin. Toinen asennus osaa lukea sen ja päätyy samoihin lukuihin.",
  exportTold: "Lataaminen kirjataan tapahtumalokiin, ja siitä kerrotaan muille omistajille.",
  exportFile: "Lataa kaikki (JSON)",
  retentionHeading: "Kuinka kauan tietoja säilytetään",
  retentionText:
    "Tulokset ja lähetetyt vastaukset säilytetään yhtä kauan kuin organisaatio. Kaksi asiaa voi poistua aiemmin: aloitetut mutta lähettämättä jääneet vastaukset ja tapahtumalokin vanhat rivit.",
  retentionLegend: "Säilytä keskeneräiset vastaukset ja tapahtumalokin rivit",
  retentionAlways: "Yhtä kauan kuin organisaatio",
  retention_90: "90 päivää",
  retention_365: "Vuoden",
  retention_730: "Kaksi vuotta",
  retentionNote: "Vanhemmat poistetaan vuorokauden kuluessa tallentamisesta, eikä niitä voi palauttaa.",
  saveRetention: "Tallenna",
  retentionSaved: "Tallennettu.",
  chooseRetention: "Valitse, kuinka kauan niitä säilytetään.",
  deletionHeading: "Organisaation poistaminen",
  deletionText: "Kaikki poistuu, mutta vasta määräajan kuluttua, jona kuka tahansa omistajista voi perua poiston.",
  deletionLink: "Näin poistetaan {{name}}",
  imported: "{{name}} on nyt täällä, samoin luvuin. Olet sen omistaja.",
  importedPeople:
    "Sen ihmisillä ei ole täällä tiliä. He ovat kutsuissa vanhentuneina, eikä kutsuja ole koskaan lähetetty; lähetä kutsu uudelleen, kun haluat jonkun mukaan.",
  toInvitations: "Katso kutsut",
  importedWithoutLinks_one: "Yksi linkki näyttöön jäi pois: lomake ei täällä hyväksy sellaista osoitetta. Vastaus ja sen pisteet ovat ennallaan.",
  importedWithoutLinks_other:
    "{{count}} linkkiä näyttöön jäi pois: lomake ei täällä hyväksy sellaisia osoitteita. Vastaukset ja niiden pisteet ovat ennallaan.",
  importedLinks:
    "Toisen asennuksen linkit kysymyksiin ja tuloksiin eivät avaa täällä mitään, ja toimeksiannoista konsulttiyritysten kanssa on sovittava uudelleen. Linkkeinä annetut näytöt tulivat mukana ilman ajan tasalla pitäjää; tiedostot on lisättävä uudelleen.",

  importLink: "Tuo organisaatio toisesta asennuksesta",
  importHeading: "Tuo organisaatio toisesta asennuksesta",
  importText: "Lähetä tiedosto, jonka organisaation omistaja latasi siellä kohdasta ”{{place}}”. Sinusta tulee siitä syntyvän organisaation omistaja.",
  importChecks:
    "Jokainen tiedostossa oleva vastaus pisteytetään täällä uudelleen. Tiedot tallennetaan vain, jos kaikki tulokset ovat samat viimeistä numeroa myöten; muuten näet, mitkä eroavat. Tiimin tulos otetaan tiedostosta sellaisenaan, kun kaikki sen vastaukset eivät ole tiedostossa, kuten nimettömillä kierroksilla.",
  importTwice: "Sama tiedosto kahdesti tuotuna tekee kaksi organisaatiota.",
  importFile: "Tiedosto (JSON)",
  importLimit: "Enintään {{limit}} Mt, {{responses}} vastausta ja {{events}} tapahtumalokin riviä.",
  importButton: "Tuo se tänne",
  importMissing: "Valitse tiedosto.",
  importTooLarge: "Tiedosto on suurempi kuin {{limit}} Mt.",
  importBusy: "Toista tiedostoa luetaan juuri nyt. Yritä hetken kuluttua uudelleen.",
  importRefused: "Tiedostoa ei voi käyttää, eikä mitään tallennettu. Alla näet, mikä siinä on vialla.",
  importProblems: "Mikä on vialla, paikan mukaan tiedostossa",
  importWhole: "Tiedosto",
} satisfies TextsLike<typeof english>;
