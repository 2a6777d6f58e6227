import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { PublicContext } from '../context.ts';
import { defineErrors, Refusal } from '../errors.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { contextInNameOf } from '../jobs/in-name-of.ts';
import type { Job } from '../jobs/job.ts';
import { limits } from '../limits.ts';
import { success } from './answer.ts';
import type { Route } from './route.ts';

const callbackErrors = defineErrors({
  callback_unverified: {
    status: 401,
    en: 'The signature of this request is invalid.',
    id: 'Tanda tangan (signature) request ini tidak valid.',
    explanation: 'A callback must be signed by its service, over the unmodified body. Nothing was changed.',
  },
  callback_late: {
    status: 503,
    en: 'The request took too long. Try again.',
    id: 'Request terlalu lama diproses. Silakan coba lagi.',
    explanation:
      'The callback could not be stored within the time limit of its sender. When the same event is sent again, it is processed once.',
  },
});

/** A vendor's request, byte for byte as it came: signatures are of bytes, not of what they mean. */
export interface SignedRequest {
  headers: IncomingHttpHeaders;
  /** Of the path, as `connection`. */
  params: Readonly<Record<string, string>>;
  body: Buffer;
}

/** The notification of a vendor, once its signature has been verified. */
export interface VerifiedCallback<Input> {
  shop_id: number;
  /** The user in whose name the work is done: who made the shop's connection with the vendor. */
  user_id: number;
  /** ID of that connection, which is stored in the job. */
  connection_id: number;
  /** The vendor's ID of the notification, which it repeats if our response was lost. */
  event_id: string;
  input: Input;
}

/** A route that a vendor calls of its own accord. */
interface CallbackDefinition<Input> {
  path: `/api/${'callback' | 'hooks'}/${string}`;
  operation: string;
  section: string;
  summary: string;
  description?: string;
  /** How large the body may be; `limits.callback_body_bytes` unless said. */
  body_bytes?: number;
  /** How long the vendor waits for an answer, with some to spare: what takes longer is answered with 503 then. */
  answer_within_ms: number;
  /**
   * Looks whether the vendor sent this, by its signature over the raw body (compare by `timingSafeEqual`), and where the
   * vendor signs a time too, that it is not an old one; then reads it. It changes nothing.
   * @returns undefined where it is not the vendor's
   */
  verify: (context: PublicContext, request: SignedRequest) => Promise<VerifiedCallback<Input> | undefined>;
  /**
   * Keeps what `verify` knows nobody for, where the vendor sent it nevertheless: then it is answered as received, or the
   * vendor would send it again for a day.
   * @returns whether the vendor sent it
   */
  keepUnknown?: (context: PublicContext, request: SignedRequest) => Promise<boolean>;
  /** Does the work, later. */
  job: Job<Input>;
}

const received = success(z.object({ received: z.literal(true) }));

/**
 * Declares a route for a vendor's callbacks. Nobody is signed in: `verify` is its authentication, and keys, cookies and
 * idempotency keys count for nothing. What comes before the answer is that the news is queued, in one transaction; the
 * work is the job's. The same event again, however often and at once, is one job.
 */
export function callbackRoute<Input>(definition: CallbackDefinition<Input>): Route {
  const { verify, keepUnknown, job, answer_within_ms, ...facts } = definition;
  const names = [...facts.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const run = async (context: PublicContext, request: SignedRequest): Promise<{ received: true }> => {
    const verified = await verify(context, request);
    if (verified === undefined) {
      if ((await keepUnknown?.(context, request)) === true) return { received: true };
      throw callbackErrors.refuse('callback_unverified');
    }
    const { shop_id, user_id, connection_id: credential_id, event_id, input } = verified;
    const who = { shop_id, user_id, actor_kind: 'callback' as const, credential_id };
    const shop = await contextInNameOf(context, context, who);
    if (shop === undefined) throw callbackErrors.refuse('callback_unverified');
    await enqueue(shop, job, input, `${credential_id} ${event_id}`);
    return { received: true };
  };
  return {
    body_bytes: limits.callback_body_bytes,
    ...facts,
    method: 'POST',
    input: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
    access: { answer_within_ms },
    answer: received,
    run,
  };
}

/** @throws Refusal 503 where the work takes longer than the sender waits. It goes on: sent again, it is done once. */
export async function inTimeForSender<T>(work: Promise<T>, answer_within_ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Refusal([{ code: 'callback_late' }], { retry_after_s: 1 }));
  }, answer_within_ms);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
