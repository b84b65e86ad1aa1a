/** The page where answers are checked before they are submitted, and the one that keeps the link to them. */
export default {
  checkTitle: "Check your answers",
  allAnswered: "Every question is answered. Once you have submitted, the answers can no longer be changed.",
  open_one: "One question is still open. You can submit all the same; what is open lowers what can be said.",
  open_other: "{{count}} questions are still open. You can submit all the same; what is open lowers what can be said.",
  thin_one: "As it stands, one part would have no score",
  thin_other: "As it stands, {{count}} parts would have no score",
  change: "Change",
  changeOf: "Change the answer to question {{number}}",
  submit: "Submit and see the result",
  finishLater: "Finish later",
  notSubmitted: "Not submitted: there is no connection. Your answers are kept; try again when it is back.",
  kept: "Your answers are kept",
  keptText:
    "{{answered}} of {{total}} questions are answered. Open this link on any device to go on where you stopped. Whoever has the link can read and change the answers, so keep it to yourself.",
  ofPortfolio: "It belongs to your portfolio: whoever submits the answers is led there, and can open everything in it.",
  yourLink: "Your link",
  qrCode: "QR code of your link",
  pointCamera: "Point a phone’s camera here to go on there.",
  goOn: "Go on answering",
} as const;
