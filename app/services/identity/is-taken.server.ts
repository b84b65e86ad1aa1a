import { Prisma } from "@prisma/client";

/** Whether the database refused a row because there is one with its key. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
