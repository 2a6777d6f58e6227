/** A thread that makes the pages of the reference, sends them and ends: see reference.ts. */
import { parentPort } from 'node:worker_threads';
import scalar from '@scalar/fastify-api-reference';
import Fastify from 'fastify';

export interface ReferencePages {
  page: Buffer;
  script: Buffer;
}

const app = Fastify();
await app.register(scalar, {
  routePrefix: '/docs',
  configuration: {
    url: '/openapi.json',
    title: 'Ngorder API',
    pageTitle: 'Ngorder API',
    withDefaultFonts: false,
    // All that would send something to the maker of the page.
    telemetry: false,
    showDeveloperTools: 'never',
    hideClientButton: true,
    agent: { disabled: true },
    mcp: { disabled: true },
  },
});
const [page, script] = await Promise.all(['/docs/', '/docs/js/scalar.js'].map(bytesOf));
if (page === undefined || script === undefined) throw new Error('a page is missing');
parentPort?.postMessage({ page, script }, [page.buffer, script.buffer]);

/** In memory of their own, which can be handed over. */
async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const { statusCode, rawPayload } = await app.inject({ url });
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
  return new Uint8Array(rawPayload);
}
