import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context, PublicContext } from '../context.ts';
import type { Permission } from '../permissions.ts';
import type { Answer } from './answer.ts';
import type { Entrance } from './visit.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface RouteFacts<Input extends z.ZodType> {
  method: Method;
  path: `/api/${string}`;
  /** Unique name of the operation in OpenAPI, as `createOrder`. */
  operation: string;
  /** Section of the reference. */
  section: string;
  summary: string;
  description?: string;
  /**
   * One object for all parameters. They are read from the path, the body and the query string, in this
   * order of precedence, wherever a client puts them; OpenAPI names the query for GET, else the body.
   */
  input: Input;
  /** 200 unless said. */
  status?: 200 | 201;
  /**
   * The same request sent again does nothing twice, by itself. An Idempotency-Key opens no transaction for it: it
   * stores files, which may take long.
   */
  repeatable?: true;
  /**
   * The use-case stores the Idempotency-Key with its work, in one statement (`context.key`), instead of in a transaction around
   * all of it. It returns these numbers, which only the database knows before.
   */
  stores_key?: readonly string[];
  /** How large a JSON body may be; `limits.json_body_bytes` unless said. */
  body_bytes?: number;
  /** Takes `multipart/form-data`: the named field holds the file as an `UploadedFile`. */
  upload?: string;
  /** How large that file may be; `limits.upload_bytes` unless said. */
  upload_bytes?: number;
  /**
   * A GET that changes something nevertheless, such as requesting a file by mail. It is refused from other sites like any
   * request that changes something. A test finds those that do not declare it.
   */
  changes?: true;
  /**
   * A GET whose answer has an `ETag`, and is not made for a client that has it: what it shows changes only by an event of the shop,
   * and with the day; or also with time, then it may be shown a minute too long. A test finds what else it shows.
   */
  tagged?: 'DAY' | 'MINUTE';
  /** Parameters that are named in the query string though the method has a body. */
  in_query?: string[];
}

/** What a route requires of the signed-in user or key. */
export interface SignedIn {
  permission: Permission;
  /** Keys are refused: only a signed-in person may do this (so a leaked key can't make more keys). */
  session_only?: boolean;
  /**
   * Wants the password of the last ten minutes: of the login, of a confirmation, or sent along as
   * `current_password`, which the input has for it. For what changes credentials, users, keys, or pays money out.
   */
  fresh_login?: boolean;
}

/** Of a route that a vendor calls, with an authentication of its own: see `callbackRoute`. */
interface Callback {
  /** How long the vendor waits for an answer, with some to spare. */
  answer_within_ms: number;
}

type Access = SignedIn | Callback | Entrance | 'public';

/** Whether somebody must be signed in. */
export function isForSignedIn(access: Access): access is SignedIn {
  return access !== 'public' && 'permission' in access;
}

/** Whether it is a vendor's callback, which proves by its signature who sends it. */
export function isForVendor(access: Access): access is Callback {
  return access !== 'public' && 'answer_within_ms' in access;
}

/** Whether visitors come in by an entrance of its own. */
export function hasEntrance(access: Access): access is Entrance {
  return access !== 'public' && 'door' in access;
}

/** Path, schemas and permission of one use-case. */
export interface Route extends RouteFacts<z.ZodType> {
  access: Access;
  answer: Answer<never>;
  /**
   * Makes the use-case's input of what was sent, before any transaction: for what waits for more than the
   * database (hashing a password), and for counts that must outlive a refusal.
   */
  prepare?: (context: never, input: never) => Promise<unknown>;
  run: (context: never, input: never) => Promise<unknown>;
  /**
   * Adds headers of its own to the answer, as a cookie. Such a route is refused from other sites also where no cookie
   * comes with the request: what it sets could sign somebody into an account that is not theirs.
   */
  headers?: (result: never, context: PublicContext) => Record<string, string | string[]>;
}

/** A route for a signed-in user or API key with the permission named. */
export function route<Input extends z.ZodType, Result, Prepared = z.output<Input>>(
  definition: RouteFacts<Input> &
    SignedIn & {
      answer: Answer<Result>;
      prepare?: (context: Context, input: z.output<Input>) => Promise<Prepared>;
      run: (context: Context, input: Prepared) => Promise<Result>;
      headers?: (result: Result, context: PublicContext) => Record<string, string | string[]>;
    },
): Route {
  const { permission, session_only, fresh_login, ...rest } = definition;
  return {
    ...rest,
    access: {
      permission,
      ...(session_only !== undefined && { session_only }),
      ...(fresh_login !== undefined && { fresh_login }),
    },
  };
}

/** A route that needs nobody signed in. */
export function publicRoute<Input extends z.ZodType, Result>(
  definition: RouteFacts<Input> & {
    answer: Answer<Result>;
    run: (context: PublicContext, input: z.output<Input>) => Promise<Result>;
    headers?: (result: Result, context: PublicContext) => Record<string, string | string[]>;
  },
): Route {
  return { ...definition, access: 'public' } as unknown as Route;
}

/** A file that came by multipart/form-data, whole, within `limits.upload_bytes`. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }

  /** A short fingerprint of the file: its bytes as JSON would be four times as long. */
  toJSON(): { name: string; sha256: string } {
    return { name: this.name, sha256: createHash('sha256').update(this.bytes).digest('hex') };
  }
}

/** The fields of an input schema, also where it is wrapped by a preprocess step. */
export function shapeOf(schema: z.ZodType): z.ZodRawShape {
  let inner: unknown = schema;
  while (inner instanceof z.ZodPipe) inner = inner.def.out;
  return inner instanceof z.ZodObject ? inner.shape : {};
}
