import { type Connection, withClient } from './ready.ts';
import { APP_ROLE, DATABASE } from './settings.ts';

/**
 * Creates the role of the app and the database that it owns. The role has no rights on the server or the machine: it
 * cannot access files, run programs or change settings of the server. Objects that an earlier version created as the
 * superuser are handed over, all or none.
 *
 * @param superuser a connection to the database `postgres`
 */
export async function prepareForApp(superuser: Connection): Promise<void> {
  const owner = await withClient(superuser, async (client) => {
    const { rows } = await client.query<{ is_limited: boolean | null; owner: string | null }>(
      `SELECT
         (SELECT NOT (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
          FROM pg_roles WHERE rolname = $1) AS is_limited,
         (SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = $2) AS owner`,
      [APP_ROLE, DATABASE],
    );
    const { is_limited = null, owner: found = null } = rows[0] ?? {};
    if (is_limited !== true)
      await client.query(
        `${is_limited === null ? 'CREATE' : 'ALTER'} ROLE ${APP_ROLE}
         LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS`,
      );
    if (found === null) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${APP_ROLE}`);
    return found ?? APP_ROLE;
  });
  if (owner !== APP_ROLE)
    await withClient({ ...superuser, database: DATABASE }, (client) => client.query(HAND_OVER));
}

const OURS = `NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_'`;

/** True for objects of an extension, which keep the owner of the extension. */
const ofExtension = (catalog: string, id: string) =>
  `EXISTS (SELECT FROM pg_depend WHERE classid = '${catalog}'::regclass AND objid = ${id} AND deptype = 'e')`;

/** One statement, so one transaction. Sequences of columns follow their tables. */
const HAND_OVER = `DO $$
DECLARE
  handed_over text;
BEGIN
  FOR handed_over IN
    SELECT format('SCHEMA %I', nspname) FROM pg_namespace
    WHERE nspname ${OURS} AND nspowner <> 'pg_database_owner'::regrole
    UNION ALL
    SELECT format('%s %I.%I', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
        WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, nspname, relname)
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname ${OURS} AND relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT ${ofExtension('pg_class', 'c.oid')}
      AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid
        AND refobjsubid > 0 AND deptype IN ('a', 'i'))
    UNION ALL
    SELECT format('ROUTINE %s', p.oid::regprocedure)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
    WHERE nspname ${OURS} AND NOT ${ofExtension('pg_proc', 'p.oid')}
    UNION ALL
    SELECT format('TYPE %I.%I', nspname, typname)
    FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
    WHERE nspname ${OURS} AND typtype IN ('d', 'e', 'r') AND NOT ${ofExtension('pg_type', 't.oid')}
  LOOP
    EXECUTE 'ALTER ' || handed_over || ' OWNER TO ${APP_ROLE}';
  END LOOP;
  ALTER DATABASE ${DATABASE} OWNER TO ${APP_ROLE};
END $$`;
