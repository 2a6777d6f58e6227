import type { FastifyInstance } from 'fastify';
import { PACKAGE_CLASSES, type PackageClass } from '../packages/index.ts';
import { badgeSvg, sendBadge } from '../reference/index.ts';

const NAMES: Record<PackageClass, string> = {
  app: 'App',
  storefront: 'Storefront',
  shopee: 'Shopee',
  sms: 'Notifikasi Resi',
  mutation: 'Mutasi Bank',
  woowa: 'Woowa',
};

/** Where the badge of a class of packages is served. */
export function packageBadge(of_class: PackageClass): string {
  return `/assets/package/${of_class}.svg`;
}

/** Serves the badges of packages. */
export function serveBadges(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>(
    '/assets/package/:file',
    { schema: { hide: true } },
    (request, reply) => {
      const found = PACKAGE_CLASSES.find((one) => packageBadge(one).endsWith(`/${request.params.file}`));
      return found === undefined ? reply.callNotFound() : sendBadge(reply, badgeSvg(NAMES[found], found));
    },
  );
}
