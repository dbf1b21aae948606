/*
 * The field app without a line: its own files, nothing else. Answers of the server never come here; what of them has to be on the phone is
 * sealed by the page (src/queue/shelf.ts). The build puts in the version and the files (offline.ts).
 */
const VERSION = '__VERSION__'
const FILES = ['__FILES__']
const OURS = 'hutong-field-'
const CACHE = OURS + VERSION
const HOME = '/field/'
const PAGE = `${HOME}index.html`
/** A line that says nothing for so long counts as none, for what is here anyway. */
const PATIENCE = 4000

self.addEventListener('install', (event) => event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' }))))))

self.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  ),
)

/** Takes over when the page says so, never under somebody who is typing; tells a page whether it is of this version. */
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting()
  else if (event.data?.script) event.ports[0]?.postMessage(FILES.includes(event.data.script))
})

const kept = (path) => caches.open(CACHE).then((cache) => cache.match(path))

/** The page as the server has it, else as it is here. */
async function page(request) {
  const fresh = fetch(request).then((answer) => {
    if (answer.status >= 500) throw new Error(String(answer.status))
    return answer
  })
  fresh.catch(() => undefined)
  try {
    return await Promise.race([fresh, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE))])
  } catch {
    return (await kept(PAGE)) ?? fresh
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(HOME)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (FILES.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)))
})
