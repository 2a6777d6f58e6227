import { kernelErrors, Refusal, type RefusalPart } from '../errors.ts';

const constraints = new Map<string, RefusalPart>();

/** Declares the error for a violation of this constraint. */
export function mapConstraint(constraint: string, part: RefusalPart): void {
  constraints.set(constraint, part);
}

interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
}

/** Codes of errors after which the same transaction may well succeed: deadlock and serialization failure. */
const TRANSIENT = new Set(['40P01', '40001']);
/** Lock not available in time; the row is being changed by somebody else. */
const CONTENDED = new Set([...TRANSIENT, '55P03']);
/** Statement cancelled, server shutting down or starting, too many connections, connection lost. */
const UNAVAILABLE =
  /^(57014|57P0[1-5]|53[0-9A-Z]{3}|08[0-9A-Z]{3}|ECONN\w+|ENOENT|EPIPE|ETIMEDOUT|E(HOST|NET)\w+|EAI_AGAIN|ENOTFOUND|25P0[34])$/;
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client was closed|Client has encountered a connection error)/;

export function isTransient(error: unknown): boolean {
  return TRANSIENT.has((error as DatabaseError).code ?? '');
}

/**
 * The refusal that a database error stands for; undefined where it is an error of ours. On a distributed engine a constraint
 * has its name with the number of a shard behind it.
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', constraint = '' } = error as DatabaseError;
  const mapped = constraints.get(constraint) ?? constraints.get(constraint.replace(/_\d+$/, ''));
  if (mapped !== undefined) return new Refusal([mapped]);
  if (CONTENDED.has(code)) return kernelErrors.refuse('conflict');
  if (UNAVAILABLE.test(code) || LOST.test(error.message)) return unavailable();
  return undefined;
}

/** The database does not answer; in a moment it may. */
export function unavailable(): Refusal {
  return new Refusal([{ code: 'unavailable' }], { retry_after_s: 2 });
}
