import type english from "../en/planning.ts";
import type { TextsLike } from "../say.ts";

export default {
  headline: "Suunnitelma: {{today}} pisteestä {{last}} pisteeseen Q{{quarter}}:n loppuun mennessä, jos jokainen toimenpide pitää lupauksensa",
  headlineWithLevel:
    "Suunnitelma: {{today}} pisteestä {{last}} pisteeseen, tasolle {{level}}, Q{{quarter}}:n loppuun mennessä, jos jokainen toimenpide pitää lupauksensa",
  nothingRaised_one: "Näillä viikoilla mitään ei saada nousemaan yhdessä vuosineljänneksessä",
  nothingRaised_other: "Näillä viikoilla mitään ei saada nousemaan, vaikka aikaa on {{count}} vuosineljännestä",
  noWeeks: "Mitään ei voi suunnitella, kun viikkoja ei ole käytettävissä",
  today: "Tänään",
  noScore: "Tiekartta lähtee tuloksesta, eikä tulosta ole. Tee arviointi uudelleen, kun siihen voi vastata laajemmin.",
  busy: "Juuri nyt suunnitellaan monta tiekarttaa, joten tätä ei ole vielä aloitettu. Odota muutama sekunti ja lataa sivu uudelleen.",

  fits: "Se mahtuu mukaan, jos lisäksi on käytettävissä: {{additions}}.",
  fitsAfter: "Se mahtuu mukaan, jos lisäksi on käytettävissä: {{additions}}. Sitä ennen: {{initiatives}}.",
  moreWeeks_one: "{{pool}} {{amount}} henkilötyöviikko (Q{{quarter}})",
  moreWeeks_other: "{{pool}} {{amount}} henkilötyöviikkoa (Q{{quarter}})",
  andWeeks: "{{amount}} (Q{{quarter}})",
  moreMoney: "rahaa {{amount}} euroa (Q{{quarter}})",
  longerPlan: "Se mahtuu suunnitelmaan, jossa on vuosineljänneksiä vähintään {{needed}}; tässä niitä on {{quarters}}.",
  needsFirst: "Sen edellytyksiä ei voi suunnitella: {{initiatives}}.",
  leftOut: "Jätit sen pois.",
  gainUnknown: "Sen tuomaa lisäystä ei tiedetä ennen kuin vastaat: {{questions}}.",
  onlyElsewhere: "Se nostaa vain sitä, mitä muissa arvioinneissa kysytään: vastaa johonkin niistä, niin sen voi suunnitella.",
  nothingToRaise: "Ei mikään: se, mitä se lupaa, on jo olemassa, ei ole toivottua tai ei kuulu mihinkään osa-alueeseen, jolla on tulos.",
  alreadyRaised: "Ei mikään: suunnitelma nostaa jo kaiken, minkä se nostaisi.",
  carried: "Ei vielä mikään: se, mitä se nostaa, otetaan huomioon vain niin pitkälle kuin aiempi osa-alue kantaa. Nosta ensin sitä.",
  fitsAsItIs: "Ei mikään: se mahtuu mukaan sellaisenaan (Q{{quarter}}).",
  fitsAsItIsAfter: "Ei mikään: se mahtuu mukaan sellaisenaan (Q{{quarter}}). Sitä ennen: {{initiatives}}.",
  quoted: "”{{text}}”",
} satisfies TextsLike<typeof english>;
