import type english from "../en/planning.ts";
import type { TextsLike } from "../say.ts";

export default {
  openIn: "Avoinna: {{titles}}.",
  headline: "Suunnitelma: {{today}} pisteestä {{last}} pisteeseen {{quarter}}:n loppuun mennessä, jos jokainen toimenpide pitää lupauksensa",
  headlineWithLevel:
    "Suunnitelma: {{today}} pisteestä {{last}} pisteeseen, tasolle {{level}}, {{quarter}}:n loppuun mennessä, jos jokainen toimenpide pitää lupauksensa",
  nothingRaised_one: "Näillä viikoilla mitään ei saada nousemaan yhdessä vuosineljänneksessä",
  nothingRaised_other: "Näillä viikoilla mitään ei saada nousemaan, vaikka aikaa on {{count}} vuosineljännestä",
  noWeeks: "Mitään ei voi suunnitella, kun viikkoja ei ole käytettävissä",
  today: "Tänään",
  noScore: "Tiekartta lähtee pisteistä, eikä niitä ole. Tee arviointi uudelleen, kun voit vastata siihen kattavammin.",
  busy: "Juuri nyt suunnitellaan monta tiekarttaa, joten tätä ei ole vielä aloitettu. Odota muutama sekunti ja lataa sivu uudelleen.",

  fits: "Se mahtuu mukaan, jos lisäksi on käytettävissä: {{additions}}.",
  fitsAfter: "Se mahtuu mukaan, jos lisäksi on käytettävissä: {{additions}}. Sitä ennen: {{initiatives}}.",
  moreWeeks_one: "{{amount}} henkilötyöviikko ({{pool}}, {{quarter}})",
  moreWeeks_other: "{{amount}} henkilötyöviikkoa ({{pool}}, {{quarter}})",
  andWeeks: "{{amount}} ({{quarter}})",
  moreMoney: "{{amount}} euroa ({{quarter}})",
  longerPlan: "Se mahtuu suunnitelmaan, jossa on vähintään {{needed}} vuosineljännestä; tässä niitä on {{quarters}}.",
  needsFirst: "Sen edellytyksiä ei voi suunnitella: {{initiatives}}.",
  leftOut: "Jätit sen pois.",
  gainUnknown: "Sen tuomaa lisäystä ei tiedetä, ennen kuin olet vastannut: {{questions}}.",
  onlyElsewhere: "Se nostaa vain sitä, mitä muissa arvioinneissa kysytään: vastaa johonkin niistä, niin sen voi suunnitella.",
  nothingToRaise: "Ei mikään: se, mitä toimenpide lupaa, on jo olemassa, ei ole toivottua tai ei vaikuta mihinkään osa-alueeseen, jolla on pisteet.",
  alreadyRaised: "Ei mikään: suunnitelma nostaa jo kaiken, mitä toimenpide nostaisi.",
  targetReached: "Ei mikään: suunnitelma saavuttaa tavoitteesi ilman sitä.",
  notValued: "Ei mikään: se, mitä se nostaisi, ei ole tässä suunnitelmassa tärkeää, tai sen lupausta ei oteta huomioon.",
  carried: "Ei vielä mikään: sen tuoma nousu otetaan huomioon vain siltä osin kuin aiempi osa-alue sitä kantaa. Nosta ensin sitä.",
  fitsAsItIs: "Ei mikään: se mahtuu mukaan sellaisenaan ({{quarter}}).",
  fitsAsItIsAfter: "Ei mikään: se mahtuu mukaan sellaisenaan ({{quarter}}). Sitä ennen: {{initiatives}}.",
  quoted: "”{{text}}”",
} satisfies TextsLike<typeof english>;
