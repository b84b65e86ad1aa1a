/** Answering, checking and keeping a link to one’s answers: the question screens, the check page, the page to finish later. */
export default {
  questions: "Questions {{first}} to {{last}} of {{total}}",
  questionsError: "Error: questions {{first}} to {{last}} of {{total}}",
  behindYou: "Questions behind you",
  saving: "Saving",
  saved: "Saved",
  waiting: "Not saved yet. Your answers are kept on this device and will be sent when the connection is back.",
  unreachable: "There was no connection. Your answers are kept; continue again when it is back.",
  refused: "One answer cannot be saved as it is. Continue, and the page says which.",
  conflict: "Not all saved: an answer was changed on another device. Choose which one holds.",
  incomplete: "One answer is not complete and not saved yet.",
  closed: "Not saved: already submitted.",
} as const;
