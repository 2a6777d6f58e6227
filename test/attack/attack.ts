import type { ServerProcess } from '../server-process.ts';

/** `full` is what an attacker would send at most; `small` is a tenth, for every run of the tests. */
export type Size = 'full' | 'small';

/** What is attacked: the product as an operator starts it, with a shop that has nothing yet. */
export interface Target {
  size: Size;
  server: ServerProcess;
  /** Session token of the owner of a shop that this attack has for itself. */
  token: string;
  /** Opens another shop, for what needs two. */
  openShop: () => Promise<AttackedShop>;
  /** Writes down a figure that was seen, and whether it is within what docs/security.md promises. */
  report: (what: string, figure: string, held: boolean) => void;
}

export interface AttackedShop {
  token: string;
  email: string;
  password: string;
}

/** One kind of attack, at a size of choice, over HTTP. */
export interface Attack {
  title: string;
  run: (target: Target) => Promise<void>;
}

/** A line of the report. */
export interface Finding {
  attack: string;
  what: string;
  figure: string;
  held: boolean;
}

/** Sends JSON (or, with a form, a file) and gives status, headers, body and bytes of the answer. */
export async function send(
  server: Pick<ServerProcess, 'base_url'>,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; form?: FormData; headers?: Record<string, string> } = {},
) {
  const answer = await fetch(server.base_url + path, {
    method,
    headers: {
      ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.form !== undefined && { body: options.form }),
    ...(options.body !== undefined && {
      body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body),
    }),
  });
  const text = await answer.text();
  const json = String(answer.headers.get('content-type')).includes('json');
  return {
    status: answer.status,
    headers: answer.headers,
    body: json ? JSON.parse(text) : undefined,
    bytes: Buffer.byteLength(text),
  };
}
