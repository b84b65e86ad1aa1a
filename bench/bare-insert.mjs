// The least that can store an answer that came over HTTP: JSON in, one INSERT, JSON out. `node bare-insert.mjs <url> <port>`
import { createServer } from "node:http";
import pg from "pg";

const [databaseUrl, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl });
await pool.query(`CREATE TABLE bare_answer (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item_id VARCHAR(64) NOT NULL, state VARCHAR(16) NOT NULL, value JSONB,
  updated_at TIMESTAMPTZ NOT NULL DEFAULT now())`);

createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    const { itemId, answer } = JSON.parse(Buffer.concat(chunks).toString());
    const { rows } = await pool.query("INSERT INTO bare_answer (item_id, state, value) VALUES ($1, $2, $3) RETURNING id", [
      itemId,
      answer.state,
      JSON.stringify(answer.value ?? null),
    ]);
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ saved: rows[0].id }));
  });
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
