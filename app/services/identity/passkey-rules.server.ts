import type { PasskeyOptions } from "@better-auth/passkey";
import { APIError } from "better-auth/api";

/**
 * A passkey stands for both factors only when its device has made sure who is there (a finger, a face, a PIN); the library would
 * take one that was merely touched. So it is asked for, and what comes without it is refused, when a passkey is added and when it is used.
 */
export const passkeyRules = {
  authenticatorSelection: { residentKey: "required", userVerification: "required" },
  advanced: { webAuthnChallengeCookie: "passkey" },
  registration: {
    afterVerification: ({ verification }) => {
      if (!verification.registrationInfo?.userVerified)
        throw new APIError("BAD_REQUEST", { code: "NOT_VERIFIED", message: "The device did not verify its user" });
      return undefined;
    },
  },
  authentication: {
    afterVerification: ({ verification }) => {
      if (!verification.authenticationInfo.userVerified)
        throw new APIError("UNAUTHORIZED", { code: "NOT_VERIFIED", message: "The device did not verify its user" });
    },
  },
} satisfies PasskeyOptions;
