import type english from "../en/marks.ts";
import type { TextsLike } from "../say.ts";

export default {
  heading: "Merkkipaalut",
  mark: "{{day}}: {{title}}",
  markOf: "{{day}}: {{title}} (toimenpide: {{initiative}})",
  text: "Ne on merkitty vain päivänsä vuoksi. Mikään ei kerro, että jokin niistä olisi syy siihen, miten luvut liikkuivat.",
  inLabel_one: "{{label}} Kuvioon on merkitty yksi merkkipaalu, joka on nimetty sen alla.",
  inLabel_other: "{{label}} Kuvioon on merkitty {{count}} merkkipaalua, jotka on nimetty sen alla.",
  inLabelOfAll_one: "{{label}} Kuvioon on merkitty yksi päivä, joka on nimetty sen alla.",
  inLabelOfAll_other: "{{label}} Kuvioon on merkitty {{count}} päivää, jotka on nimetty sen alla.",
} satisfies TextsLike<typeof english>;
