import { ref } from 'vue'

/** A newer version of the app is there; it waits until the person says so. */
export const newVersion = ref(false)

const SCRIPT = new URL(import.meta.url).pathname
let registration: ServiceWorkerRegistration | undefined
let asked = false

/** Whether this page is of the version that a worker has. */
function same(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = (event) => resolve(event.data === true)
    worker.postMessage({ script: SCRIPT }, [port2])
  })
}

/** A waiting worker of this very version may take over at once: the page came with it from the server. */
async function look(): Promise<void> {
  const waiting = registration?.waiting
  if (!waiting || !navigator.serviceWorker.controller) return
  if (await same(waiting)) waiting.postMessage('take-over')
  else newVersion.value = true
}

export function takeNewVersion(): void {
  asked = true
  if (registration?.waiting) registration.waiting.postMessage('take-over')
  else location.reload()
}

async function changed(): Promise<void> {
  if (asked) location.reload()
  const now = navigator.serviceWorker.controller
  if (now) newVersion.value = !(await same(now))
}

/** Keeps the files of the app on the phone, so that it opens without a line. Pages without TLS cannot. */
export async function startOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('controllerchange', () => void changed())
  try {
    registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`, { updateViaCache: 'none' })
  } catch {
    return
  }
  registration.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', () => void look()))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration?.update().catch(() => undefined)
  })
  await look()
}
