import { ConfigError } from './kernel/config.ts';
import { EmbeddedPostgresError } from './kernel/database/embedded/index.ts';
import { MigrationError } from './kernel/database/migrations.ts';
import { RegionImportError } from './modules/reference/index.ts';

const FORESEEN = [ConfigError, EmbeddedPostgresError, MigrationError, RegionImportError];

/** Nobody there, an address that does not exist, no such role or database, a wrong password. */
const UNREACHABLE = new Set(
  'ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN ETIMEDOUT EHOSTUNREACH 28000 28P01 3D000'.split(' '),
);

/** A sentence that tells an operator what to do; a stack trace for internal errors. */
export function sentence(error: unknown): string {
  if (error instanceof Error && FORESEEN.some((kind) => error instanceof kind)) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = error as Error & { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${address} is in use by another program: stop it, or start with PORT=another.`;
  if (code !== undefined && UNREACHABLE.has(code))
    return `The PostgreSQL that DATABASE_URL names can't be used: ${error.message}. Correct DATABASE_URL, or leave it out to use the embedded one.`;
  return error.stack ?? error.message;
}
