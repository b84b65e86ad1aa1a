import { z } from "zod";

/** What can be wrong with what somebody says of themselves; each is a sentence of the same name in the namespace "identity". */
export const FAULTS = [
  "nameMissing",
  "nameLong",
  "nameUnreadable",
  "addressWrong",
  "addressLong",
  "passwordMissing",
  "passwordShort",
  "passwordLong",
  "passwordUnreadable",
  "codeMissing",
  "codeWrong",
] as const;
export type Fault = (typeof FAULTS)[number];
const fault = (error: Fault) => ({ error });

/** Control characters, halves of a pair, and marks that turn the direction of what stands around a name. */
const UNREADABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Bytes would be cut or replaced on their way to the hash, so that two passwords were one. */
const UNHASHABLE = /[\0\p{Cs}]/u;

export const nameSchema = z
  .string()
  .trim()
  .min(1, fault("nameMissing"))
  .max(100, fault("nameLong"))
  .refine((text) => !UNREADABLE.test(text), fault("nameUnreadable"));

const LONGEST_ADDRESS = 254;

/**
 * An address, in lower case. Letters outside ASCII are refused before that, so that no lookalike becomes another's address
 * (the Kelvin sign is a "k" in lower case); a domain with such letters is written in its ASCII form.
 */
export const addressSchema = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS, fault("addressLong"))
  .pipe(z.email(fault("addressWrong")))
  .transform((address) => address.toLowerCase());

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

/** A password that is chosen. Any characters: length is what counts. */
export const newPasswordSchema = z
  .string()
  .min(SHORTEST_PASSWORD, fault("passwordShort"))
  .max(LONGEST_PASSWORD, fault("passwordLong"))
  .refine((text) => !UNHASHABLE.test(text), fault("passwordUnreadable"));

/** A password that is to be right; what it has to look like is nobody's business here. */
export const passwordSchema = z.string().min(1, fault("passwordMissing")).max(LONGEST_PASSWORD, fault("passwordLong"));

/** Six digits of an authenticator app, or a recovery code; spaces are how people read them. */
export const codeSchema = z
  .string()
  .max(40, fault("codeWrong"))
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(
    z
      .string()
      .min(1, fault("codeMissing"))
      .regex(/^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/, fault("codeWrong")),
  );

/** The same for the browser, which says at once what the server would. */
export const signUpSchema = z.strictObject({ name: nameSchema, address: addressSchema, password: newPasswordSchema });
