/** The frame of every page, and what is said when there is no page. Carried by the browser's script in every language. */
export default {
  skip: "Skip to the content",
  navigation: "Main",
  assessments: "Assessments",
  method: "Method",
  api: "API",
  language: "Language",
  signIn: "Sign in",
  account: "Your account: {{name}}",
  promise:
    "No account needed to answer, nothing sent to third parties, and no cookies but the language, once you choose one, and your session, once you sign in. <method>How the numbers are made</method>",
  nothingHere: "Nothing here",
  nothingHereText: "There is no page at this address. The link may have been cut short when it was copied.",
  notRead: "That did not work",
  notReadText: "This request could not be read, so nothing was changed.",
  ourFault: "Our fault",
  ourFaultText: "Something went wrong on our side. Nothing that was shown as saved is lost; try again in a moment.",
  thereIsAProblem: "There is a problem",
  error: "Error: {{message}}",
  onlyEnglish: "This is so far in English only.",
  seeAssessments: "See the assessments",
} as const;
