// Keeps the files of the field page, each known by its SHA-256: one that differs is not installed, and nothing is asked of others.
const FILES = /*PRECACHE*/;
const NAME = 'field-' + Object.values(FILES).join('').replace(/[^A-Za-z0-9]/g, '').slice(0, 64) + '-' + Object.keys(FILES).length;

self.addEventListener('install', event => event.waitUntil(install()));
self.addEventListener('activate', event => event.waitUntil(activate()));

async function install() {
  const cache = await caches.open(NAME);
  await Promise.all(Object.entries(FILES).map(async ([path, integrity]) => {
    const answer = await fetch(path, { integrity, cache: 'no-store', redirect: 'error', credentials: 'same-origin' });
    if (!answer.ok) throw new Error(path + ' ' + answer.status);
    await cache.put(path, answer);
  }));
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith('field-') && name !== NAME) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== self.location.origin || !(address.pathname in FILES)) return;
  event.respondWith(caches.open(NAME).then(cache => cache.match(address.pathname)).then(kept => kept ?? fetch(event.request)));
});
