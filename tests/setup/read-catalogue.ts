import type { Transaction } from "#app/services/db/pass-door.server.ts";

/** A table as the database's own catalogues describe it. */
export type CatalogueTable = {
  name: string;
  owner: string;
  columns: { name: string; type: string; required: boolean }[];
  /** Row-level security: enabled, and for its owner too. */
  secured: boolean;
  forced: boolean;
  policies: string[];
  keys: { columns: string[]; target: string; targetColumns: string[]; whenDeleted: string }[];
  /** What the role of the doors may do with it, or with a column of it. */
  tenantMay: string[];
};

/** Every table of every schema that is ours. */
export function readCatalogue(tx: Transaction): Promise<CatalogueTable[]> {
  return tx.$queryRaw<CatalogueTable[]>`
    SELECT CASE n.nspname WHEN 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS name, pg_get_userbyid(c.relowner) AS owner,
      c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL), 'required', a.attnotnull) ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      COALESCE((SELECT json_agg(p.polname) FROM pg_policy p WHERE p.polrelid = c.oid), '[]') AS policies,
      COALESCE((SELECT json_agg(json_build_object('target', k.confrelid::regclass::text, 'whenDeleted', k.confdeltype,
          'columns', (SELECT json_agg(a.attname ORDER BY u.n) FROM unnest(k.conkey) WITH ORDINALITY u(num, n) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num),
          'targetColumns', (SELECT json_agg(a.attname ORDER BY u.n) FROM unnest(k.confkey) WITH ORDINALITY u(num, n) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num)))
         FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'), '[]') AS keys,
      (SELECT COALESCE(json_agg(right_ ORDER BY right_), '[]') FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) right_
         WHERE CASE WHEN right_ IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') THEN has_any_column_privilege('pinhigh_tenant', c.oid, right_)
           ELSE has_table_privilege('pinhigh_tenant', c.oid, right_) END) AS "tenantMay"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
    ORDER BY 1`;
}
