import { createHmac } from 'node:crypto';
import type { MutationScene } from './mutation-scene.ts';
import { expectOk } from './stall.ts';

/** What Moota says of a mutation. */
export interface MootaMutation {
  mutation_id?: string;
  account_number?: string;
  date: string;
  amount: number | string;
  description: string;
  type?: 'CR' | 'DB';
  balance?: number;
}

export const HOOK_SECRET = 'rahasia-webhook-toko';

/** A bank account of the shop that Moota reads. */
export interface Hook {
  path: string;
  account_number: string;
  /** Calls as Moota does, with a signature that is right unless another is given. */
  call: (
    body: unknown,
    headers?: Record<string, string>,
    path?: string,
  ) => Promise<{ status: number; code: string | undefined }>;
  /** The same with mutations of the account, and does what it leads to. */
  report: (...mutations: MootaMutation[]) => Promise<void>;
}

/** Connects an account with a service. */
export async function connectHook(
  scene: Pick<MutationScene, 'app' | 'shop' | 'stall'>,
  { bank_id = scene.stall.bank_id, provider = 'moota' } = {},
): Promise<Hook> {
  const saved = await scene.shop.call('PUT', '/api/open/bank/mutation/connection', {
    bank_id,
    provider,
    secret: HOOK_SECRET,
    current_password: scene.shop.password,
  });
  const { callback_url, account_number } = expectOk(saved).body.data;
  const hook: Hook = {
    path: new URL(callback_url).pathname,
    account_number,
    async call(body, headers, path = hook.path) {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await scene.app.app.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': 'application/json',
          ...(headers ?? { signature: createHmac('sha256', HOOK_SECRET).update(payload).digest('hex') }),
        },
        payload,
      });
      return { status: answer.statusCode, code: answer.json<{ code?: string }>().code };
    },
    async report(...mutations) {
      const called = await hook.call(mutations.map((one) => ({ type: 'CR', account_number, ...one })));
      if (called.status !== 200) throw new Error(`the hook answered ${called.status}`);
      await scene.app.runJobs();
    },
  };
  return hook;
}
