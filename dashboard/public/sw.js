// Opens the dashboard without a connection, and shows what the shop is told. What the API answers is never stored here.
const CACHE = 'ngorder-1';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.add('/'))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/dashboard/')) event.respondWith(fromCacheFirst(request));
  else if (request.mode === 'navigate' && !/^\/(api|docs|files|assets)\//.test(pathname))
    event.respondWith(fromServerFirst(request));
});

/** Names of files hold a hash of their content: what is there is right. */
async function fromCacheFirst(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** One page for all addresses; of files that it does not name any more none is kept. */
async function fromServerFirst(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    const is_page = answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');
    if (is_page) {
      const known = await cache.match('/');
      const is_new = known === undefined || known.headers.get('etag') !== answer.headers.get('etag');
      if (is_new) {
        for (const file of await cache.keys()) if (file.url.includes('/dashboard/')) await cache.delete(file);
        await cache.put('/', answer.clone());
      }
    }
    return answer;
  } catch (error) {
    const known = await cache.match('/');
    if (known !== undefined) return known;
    throw error;
  }
}

self.addEventListener('push', (event) => {
  const told = event.data?.json() ?? {};
  event.waitUntil(
    self.registration.showNotification(told.title ?? 'Ngorder', {
      body: told.body,
      icon: told.icon ?? '/icon-192.png',
      tag: told.id,
      data: { path: told.web_path ?? '/notifications' },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.path));
});
