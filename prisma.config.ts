import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Only the command line reads this; the application connects through an adapter.
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://localhost:5432/pinhigh" },
});
