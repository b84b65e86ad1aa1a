/** Said by the server before a page is reached, or of a form that is none of ours. Not carried to the browser. */
export default {
  crossSite: "This request came from another site and was not carried out.",
  unreadable: "This request cannot be read.",
  method: "This address does not take that method.",
  tooMany: "Too many requests from this address. Wait a moment and try again; nothing was changed.",
  tooManyFiles: "Too many files are on their way at this moment. Wait a few seconds and try again; nothing was changed.",
  tooLarge: "The request is larger than {{limit}} kB and was not read.",
  ourFault: "Something went wrong on our side. Nothing you sent was stored.",
  formUnreadable: "The form could not be read.",
  noFiles: "This form takes no files.",
  fieldTooLong: "A field of the form is too long.",
  tooManyFields: "The form has too many fields.",
  noFields: "This form takes no fields.",
  otherFields: "This form takes other fields.",
  formUsed: "This form was sent before, and what it made then stands. Nothing was made now: send it again if you want this as well.",
  fieldTwice: "The form names a field twice.",
} as const;
