import { createContext, useContext } from "react";

/** The nonce of the page being rendered; empty in the browser, which hides nonces anyway. */
export const NonceContext = createContext("");

export function useNonce(): string {
  return useContext(NonceContext);
}
