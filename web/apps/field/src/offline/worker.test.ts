import { beforeEach, describe, expect, it, vi } from 'vitest'
import { workerOf } from '../../offline'
import SOURCE from '../../worker.js?raw'

const FILES = { '/field/index.html': '<p>', '/field/assets/a-1.js': '1' }
const OWN = (file: string) => workerOf(SOURCE, { ...FILES, '/field/assets/a-1.js': file })

interface Handed { request: { url: string; method: string; mode: string }; respondWith: (answer: Promise<unknown>) => void }

describe('the worker of the field app', () => {
  let caches: Map<string, Map<string, string>>
  let on: Record<string, (event: never) => void>
  let line: (request: unknown) => Promise<unknown>
  const skipWaiting = vi.fn()

  function start(source: string): void {
    on = {}
    const self = {
      location: { origin: 'http://town' }, skipWaiting, clients: { claim: () => Promise.resolve() },
      addEventListener: (kind: string, work: (event: never) => void) => (on[kind] = work),
    }
    const open = (name: string) => {
      const cache = caches.get(name) ?? new Map<string, string>()
      caches.set(name, cache)
      return Promise.resolve({ addAll: (files: { path: string }[]) => files.forEach(({ path }) => cache.set(path, `kept ${path}`)), match: (path: string) => Promise.resolve(cache.get(path)) })
    }
    const store = { open, keys: () => Promise.resolve([...caches.keys()]), delete: (name: string) => Promise.resolve(caches.delete(name)) }
    class Asked {
      constructor(readonly path: string) {}
    }
    new Function('self', 'caches', 'fetch', 'Request', source)(self, store, (request: unknown) => line(request), Asked)
  }

  async function wait(kind: string): Promise<void> {
    let done: Promise<unknown> | undefined
    on[kind]!({ waitUntil: (work: Promise<unknown>) => (done = work) } as never)
    await done
  }

  /** @returns what the worker answers; undefined when it leaves the request to the browser */
  async function ask(path: string, mode = 'cors', method = 'GET'): Promise<unknown> {
    let answer: Promise<unknown> | undefined
    on.fetch!({ request: { url: new URL(path, 'http://town').href, method, mode }, respondWith: (given) => (answer = given) } satisfies Handed as never)
    return answer
  }

  beforeEach(async () => {
    caches = new Map()
    skipWaiting.mockClear()
    line = () => Promise.reject(new Error('no line'))
    start(OWN('1'))
    await wait('install')
    await wait('activate')
  })

  it('opens every page of the app without a line, and with one as the server has it', async () => {
    expect(await ask('/field/doors', 'navigate')).toBe('kept /field/index.html')
    line = () => Promise.resolve({ status: 502 })
    expect(await ask('/field/doors', 'navigate')).toBe('kept /field/index.html')
    line = () => Promise.resolve({ status: 200 })
    expect(await ask('/field/doors', 'navigate')).toEqual({ status: 200 })
  })

  it('gives the files of the build and keeps its hands off everything else', async () => {
    expect(await ask('/field/assets/a-1.js')).toBe('kept /field/assets/a-1.js')
    expect(await ask('/api/officer/tasks/today')).toBeUndefined()
    expect(await ask('/resident/', 'navigate')).toBeUndefined()
    expect(await ask('/field/assets/a-1.js', 'cors', 'POST')).toBeUndefined()
    expect(await ask('/field/assets/old-0.js')).toBeUndefined()
  })

  it('throws old files away once a new version has taken over, and leaves other apps alone', async () => {
    caches.set('something-else', new Map())
    const [before] = [...caches.keys()]
    start(OWN('2'))
    await wait('install')
    expect([...caches.keys()]).toHaveLength(3)
    await wait('activate')
    expect(caches.has(before!)).toBe(false)
    expect(caches.has('something-else')).toBe(true)
    expect(caches.size).toBe(2)
  })

  it('takes over when it is told to, and tells a page whether it is of its version', () => {
    const told: unknown[] = []
    const port = { postMessage: (what: unknown) => told.push(what) }
    on.message!({ data: { script: '/field/assets/a-1.js' }, ports: [port] } as never)
    on.message!({ data: { script: '/field/assets/a-0.js' }, ports: [port] } as never)
    expect(told).toEqual([true, false])
    expect(skipWaiting).not.toHaveBeenCalled()
    on.message!({ data: 'take-over', ports: [] } as never)
    expect(skipWaiting).toHaveBeenCalledOnce()
  })
})
