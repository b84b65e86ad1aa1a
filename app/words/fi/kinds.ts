import type english from "../en/kinds.ts";
import type { TextsLike } from "../say.ts";

export default {
  shiftEnds: "Ääripäät: ”{{from}}” ja ”{{to}}”.",
  today: "Tänään",
  wanted: "Tavoite 12 kuukauden päästä (vapaaehtoinen)",
  noTarget: "Ei tavoitetta",
  percentFigure: "Prosentteina",
  countFigure: "Lukumäärä",
  monthsFigure: "Kuukausina",
  daysFigure: "Päivinä",
  hoursFigure: "Tunteina",
  minutesFigure: "Minuutteina",
  ratioFigure: "Suhdeluku",
  scoreFigure: "Pisteet",
  range: "Vähintään {{min}}, enintään {{max}}. Voit kirjoittaa 2,5 tai 2.5.",
  rank: "Valitse {{pick}} vastausta, ensimmäinen sija ensin. Järjestys tallennetaan, kun se on kokonainen.",
  place1: "Ensimmäinen",
  place2: "Toinen",
  place3: "Kolmas",
  place4: "Neljäs",
  place5: "Viides",
  notChosenYet: "Ei vielä valittu",
  answerAndWanted: "{{answer}}; tavoite: {{wanted}}",
} satisfies TextsLike<typeof english>;
