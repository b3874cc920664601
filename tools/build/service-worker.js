// Keeps the page usable offline after the first visit.
// The build puts two lines above: BUILD, its name, and FILES, the paths it keeps.
// The newest page wins whenever the network answers; files with a hash in their name never change.
const SCOPE = self.registration.scope;
const CACHE = `orrery ${SCOPE} ${BUILD}`;
const urls = new Set(FILES.map((file) => new URL(file, SCOPE).href));

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...urls])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlderBuilds());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && (url === SCOPE || urls.has(url)))
    event.respondWith(pageFirstFromNetwork(request));
  else if (urls.has(url)) event.respondWith(fromCache(url, request));
});

// Gateways put many sites on one origin, so only caches of this very place are ours to delete.
async function dropOlderBuilds() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(`orrery ${SCOPE} `) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function pageFirstFromNetwork(request) {
  try {
    return await fetch(request);
  } catch (failure) {
    const kept = await (await caches.open(CACHE)).match(new URL('./index.html', SCOPE).href);
    if (kept) return kept;
    throw failure;
  }
}

async function fromCache(url, request) {
  return (await (await caches.open(CACHE)).match(url)) ?? fetch(request);
}
