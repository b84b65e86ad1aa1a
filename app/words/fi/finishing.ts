import type english from "../en/finishing.ts";
import type { TextsLike } from "../say.ts";

export default {
  checkTitle: "Tarkista vastauksesi",
  allAnswered: "Kaikkiin kysymyksiin on vastattu. Kun vastaukset on lähetetty, niitä ei voi enää muuttaa.",
  open_one: "Yksi kysymys on vielä vastaamatta. Voit silti lähettää vastaukset, mutta puuttuva vastaus vähentää sitä, mitä tuloksesta voi sanoa.",
  open_other:
    "{{count}} kysymystä on vielä vastaamatta. Voit silti lähettää vastaukset, mutta puuttuvat vastaukset vähentävät sitä, mitä tuloksesta voi sanoa.",
  thin_one: "Tällaisenaan yksi osa-alue jäisi ilman pisteitä",
  thin_other: "Tällaisenaan {{count}} osa-aluetta jäisi ilman pisteitä",
  change: "Muuta",
  changeOf: "Muuta kysymyksen {{number}} vastausta",
  submit: "Lähetä ja katso tulos",
  finishLater: "Jatka myöhemmin",
  notSubmitted: "Ei lähetetty: yhteyttä ei ole. Vastauksesi ovat tallessa; yritä uudelleen, kun yhteys palaa.",
  kept: "Vastauksesi ovat tallessa",
  keptText:
    "Vastattuja kysymyksiä: {{answered}}/{{total}}. Avaa tämä linkki millä tahansa laitteella, niin pääset jatkamaan siitä, mihin jäit. Jokainen, jolla on linkki, voi lukea ja muuttaa vastauksia, joten pidä se omana tietonasi.",
  ofPortfolio: "Linkki kuuluu koosteeseesi: vastausten lähettäjä ohjataan sinne, ja hän voi avata kaiken, mitä siinä on.",
  yourLink: "Linkkisi",
  qrCode: "Linkkisi QR-koodi",
  pointCamera: "Osoita tätä puhelimen kameralla, niin voit jatkaa puhelimella.",
  goOn: "Jatka vastaamista",
} satisfies TextsLike<typeof english>;
