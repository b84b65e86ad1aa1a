import type { Identity } from "./identity-instance.server.ts";
import { refusalCode } from "./library-refusal.server.ts";

/**
 * Sets a new password by a link that was mailed, once. It ends every session and signs nobody in: whoever has a second factor needs it
 * at the next sign-in as before.
 * @returns false for a link that was used, has expired or never was
 */
export async function resetPassword({ auth }: Identity, { token, password }: { token: string; password: string }): Promise<boolean> {
  try {
    await auth.api.resetPassword({ body: { newPassword: password, token } });
    return true;
  } catch (error) {
    refusalCode(error);
    return false;
  }
}
