import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pages } from './kernel/http/pages.ts';
import { namesTag } from './kernel/http/unchanging.ts';

/** What `npm run build` makes of the workspace. */
const BUILT = fileURLToPath(new URL('../dashboard/dist/', import.meta.url));

/** Its pages load from this server alone and talk to it alone; no script stands in a page itself. */
function pagePolicy(file_origins: readonly string[]): string {
  return [
    "default-src 'none'",
    // The reader of bar codes is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    // Sizes and places that are computed are styles of elements.
    "style-src 'self' 'unsafe-inline'",
    ['img-src', "'self'", 'data:', 'blob:', ...file_origins].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self' blob:",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Files beside the page that keep their names. */
const AT_ROOT: Record<string, string> = {
  '/sw.js': 'text/javascript; charset=utf-8',
  '/manifest.webmanifest': 'application/manifest+json',
  '/icon.svg': 'image/svg+xml',
  '/icon-192.png': 'image/png',
  '/icon-512.png': 'image/png',
};

/**
 * The dashboard as it was built, or undefined where it was not.
 * @param file_origins where pictures of the shop are besides this server
 */
export async function openDashboard(file_origins: readonly string[]): Promise<Pages | undefined> {
  const page = await readFile(join(BUILT, 'index.html')).catch(() => undefined);
  if (page === undefined) return undefined;
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
  const policy = pagePolicy(file_origins);
  return {
    answer(request, reply) {
      reply
        .header('content-security-policy', policy)
        .header('etag', etag)
        .header('cache-control', 'no-cache');
      if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return reply.code(200).type('text/html; charset=utf-8').send(page);
    },
  };
}

/** Serves what the page loads: files whose names hold a hash of their content, for ever, and the few that have none. */
export async function serveDashboard(app: FastifyInstance): Promise<void> {
  if ((await stat(BUILT).catch(() => undefined)) === undefined) return;
  await app.register(async (scope) => {
    // Only names that the build makes reach the file system.
    scope.addHook('onRequest', async (request: FastifyRequest<{ Params: { '*'?: string } }>, reply) => {
      if (!/^[\w-]+(\.[\w-]+)*\.(js|css|svg|woff2|wasm|png)$/.test(request.params['*'] ?? ''))
        reply.callNotFound();
    });
    await scope.register(fastifyStatic, {
      root: join(BUILT, 'dashboard'),
      prefix: '/dashboard/',
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      index: false,
      dotfiles: 'deny',
      decorateReply: false,
    });
  });
  for (const [path, content_type] of Object.entries(AT_ROOT)) {
    const content = await readFile(join(BUILT, path));
    app.get(path, { schema: { hide: true } }, (_request, reply: FastifyReply) =>
      reply.type(content_type).header('cache-control', 'no-cache').send(content),
    );
  }
}
