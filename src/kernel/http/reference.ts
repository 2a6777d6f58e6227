import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { errorTable, type ErrorEntry } from '../errors.ts';
import type { ReferencePages } from './reference-pages.ts';
import { answerUnchanging } from './unchanging.ts';

/** The reference loads from this server alone and talks to it alone: it holds the key that is tried out. */
const REFERENCE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Pages of text: no script at all. */
const TEXT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The committed description of the API at /openapi.json, the browsable reference with try-it at /docs, and a page per
 * error code at /docs/errors/CODE. Nothing of them is held before somebody asks for it.
 */
export async function registerReference(app: FastifyInstance): Promise<void> {
  app.get('/docs/errors', { schema: { hide: true } }, (_request, reply) => sendText(reply, errorIndex()));
  app.get<{ Params: { code: string } }>(
    '/docs/errors/:code',
    { schema: { hide: true } },
    (request, reply) => {
      const entry = errorTable.get(request.params.code);
      if (entry === undefined) return reply.callNotFound();
      return sendText(reply, errorPage(request.params.code, entry));
    },
  );
  const description = once(() => readFile(new URL('../../../openapi.json', import.meta.url)));
  const pages = once(makePages);
  await app.register(async (scope) => {
    answerUnchanging(scope);
    scope.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(await description()),
    );
    scope.get('/docs/', { schema: { hide: true } }, async (request, reply) => {
      // Its script is found from where the page is.
      if (!request.url.split('?', 1)[0]?.endsWith('/')) return reply.redirect('/docs/', 301);
      const { page } = await pages();
      reply.header('content-security-policy', REFERENCE_POLICY);
      return reply.type('text/html; charset=utf-8').send(page);
    });
    scope.get('/docs/js/scalar.js', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('application/javascript; charset=utf-8').send((await pages()).script),
    );
  });
}

/** What was made once, unless it failed: then it is made again for who asks next. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}

/**
 * In a thread of its own, which ends: the package is 5 MB of JavaScript as a text, of which 20 MB would stay in memory,
 * and nothing else waits while it is loaded.
 */
function makePages(): Promise<ReferencePages> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('reference-pages.ts', import.meta.url));
    worker.once('message', ({ page, script }: { page: Uint8Array; script: Uint8Array }) =>
      resolve({ page: Buffer.from(page.buffer), script: Buffer.from(script.buffer) }),
    );
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the pages of the reference were not made')));
  });
}

function sendText(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('content-security-policy', TEXT_POLICY).type('text/html; charset=utf-8').send(page);
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function document(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b1f24}
code{background:#f1f3f5;padding:.1em .35em;border-radius:4px}dt{font-weight:600;margin-top:1rem}a{color:#0b62c4}
@media(prefers-color-scheme:dark){body{background:#14171a;color:#e6e8ea}code{background:#24292e}a{color:#7cb7ff}}</style>
${body}<p><a href="/docs">API reference</a> · <a href="/docs/errors">All errors</a></p></html>`;
}

function errorPage(code: string, entry: ErrorEntry): string {
  return document(
    `Error ${code}`,
    `<h1><code>${code}</code></h1><p>${escapeHtml(entry.explanation)}</p><dl><dt>HTTP status</dt><dd>${entry.status}</dd>
<dt>English</dt><dd>${escapeHtml(entry.en)}</dd><dt>Indonesia</dt><dd lang="id">${escapeHtml(entry.id)}</dd></dl>`,
  );
}

function errorIndex(): string {
  const rows = [...errorTable]
    .map(
      ([code, entry]) =>
        `<li><a href="/docs/errors/${code}"><code>${code}</code></a> (${entry.status}): ${escapeHtml(entry.explanation)}</li>`,
    )
    .join('');
  return document(
    'Errors',
    `<h1>Errors</h1><p>Every refusal names its <code>code</code> and links to its page.</p><ul>${rows}</ul>`,
  );
}
