import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Config } from './kernel/config.ts';
import type { Services } from './kernel/context.ts';
import type { Heartbeat } from './kernel/database/heartbeat.ts';
import { shutPrivateFiles } from './integrations/files/local-private.ts';
import { isFileName, LOCAL_FILES_PATH } from './kernel/files/port.ts';
import { openDashboard, serveDashboard } from './dashboard.ts';
import { buildServer } from './kernel/http/server.ts';
import { modules, routes } from './modules.ts';
import { confirmPassword, createAuthenticator } from './modules/accounts/index.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export { version };

/**
 * Builds the HTTP server of the product on the given services; tests use it too.
 * @param ready whether requests can be served now
 * @param heartbeat whether the database responds; without one it is assumed to
 */
export async function buildApp(
  services: Services,
  ready: () => Promise<boolean>,
  heartbeat?: Heartbeat,
): Promise<FastifyInstance> {
  const app = await buildServer({
    services,
    routes,
    authenticate: createAuthenticator(services).authenticate,
    confirmPassword,
    ready,
    heartbeat,
    pages: await openDashboard(fileOrigins(services.config)),
    version,
  });
  for (const { serve } of modules) serve?.(app, services);
  await serveDashboard(app);
  const folders = fileFolders(services.config);
  await app.register(serveFiles, { folder: folders.files });
  // Also what an older version left open.
  const open = await shutPrivateFiles(folders.private_files);
  if (open.length > 0) services.log.warn({ paths: open.slice(0, 10) }, 'private files may be read by others');
  return app;
}

/** Where pictures are that this server does not serve itself. */
function fileOrigins({ S3_ENDPOINT, S3_PUBLIC_URL }: Config): string[] {
  const address = S3_PUBLIC_URL ?? S3_ENDPOINT;
  return address === undefined ? [] : [new URL(address).origin];
}

/** Serves the files of the local store. */
async function serveFiles(app: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Only names that the store generates reach the file system; any other name has no file.
  app.addHook('onRequest', async (request, reply) => {
    const name = (request.params as { '*'?: string })['*'] ?? '';
    if (!isFileName(name)) reply.callNotFound();
  });
  // A file's name holds a hash of its content, so that it may be cached for ever.
  await app.register(fastifyStatic, {
    root: folder,
    prefix: LOCAL_FILES_PATH,
    immutable: true,
    maxAge: '1y',
    index: false,
    dotfiles: 'deny',
    // Whatever a file is, a browser that opens it runs nothing of it.
    setHeaders: (reply) => void reply.header('content-security-policy', "default-src 'none'; sandbox"),
    decorateReply: false,
  });
}

/** Where files live when no other storage is set: those that are served, and those that are not. */
export function fileFolders(config: Config): { files: string; private_files: string } {
  const data_dir = resolve(config.DATA_DIR);
  return { files: join(data_dir, 'files'), private_files: join(data_dir, 'private') };
}
