import type { FastifyInstance } from 'fastify';
import { ICONS } from './kinds.ts';

/** A picture of each subject, as the path of an outline of 24 × 24, and its colour. */
const DRAWINGS: Record<string, { hue: number; path: string }> = {
  storefront: { hue: 25, path: 'M4 9l1-5h14l1 5M4 9v11h16V9M4 9h16M10 20v-6h4v6' },
  privor: { hue: 265, path: 'M12 3l8 4v5c0 5-3.5 8-8 9-4.500-1-8-4-8-9V7zM9 12l2 2 4-4' },
  payment: { hue: 145, path: 'M3 6h18v12H3zM3 10h18M7 15h4' },
  order: { hue: 210, path: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6' },
  shipment: {
    hue: 190,
    path: 'M3 7h11v9H3zM14 10h4l3 3v3h-7M7 19a2 2 0 100-4 2 2 0 000 4zM17 19a2 2 0 100-4 2 2 0 000 4z',
  },
  stock: { hue: 0, path: 'M4 7l8-4 8 4v10l-8 4-8-4zM4 7l8 4 8-4M12 11v10' },
  customer: { hue: 320, path: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c0-5 3.500-7 8-7s8 2 8 7' },
  money: { hue: 120, path: 'M4 20h16M5 10h14M12 3l8 5H4zM7 10v8M12 10v8M17 10v8' },
  billing: { hue: 50, path: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3' },
  work: { hue: 230, path: 'M12 4a8 8 0 108 8M12 8v4l3 2M16 4l2 2 3-4' },
  news: { hue: 285, path: 'M4 10v5h3l8 4V6l-8 4zM18 9c1.500 2 1.500 5 0 7' },
};

/** Serves the pictures of notifications. */
export function serveIcons(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>(
    '/assets/notification/:file',
    { schema: { hide: true } },
    (request, reply) => {
      const icon = request.params.file.replace(/\.svg$/, '');
      const drawing = ICONS.includes(icon) ? DRAWINGS[icon] : undefined;
      if (drawing === undefined) return reply.callNotFound();
      return (
        reply
          .type('image/svg+xml')
          // A week: the name of a picture stays the same when its drawing changes.
          .header('cache-control', 'public, max-age=604800')
          .header('content-security-policy', "default-src 'none'")
          .send(drawn(drawing))
      );
    },
  );
}

function drawn({ hue, path }: { hue: number; path: string }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="-6 -6 36 36"><circle cx="12" cy="12" r="18" fill="hsl(${hue} 55% 42%)"/><path d="${path}" fill="none" stroke="#fff" stroke-width="1.800" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
