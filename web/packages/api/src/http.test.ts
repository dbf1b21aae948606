import { afterEach, describe, expect, it, vi } from 'vitest'
import { http, patient, Problem, said, Unreachable } from './http'
import { residentApi } from './resident'

function answer(status: number, body: string): void {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(body === '' ? null : body, { status })))
}

afterEach(() => vi.unstubAllGlobals())

describe('a call to the server', () => {
  it('returns what the server says', async () => {
    answer(200, '{"name":"王秀英"}')
    expect(await said(http.GET('/api/resident/session'))).toEqual({ name: '王秀英' })
  })

  it('returns nothing for an empty answer', async () => {
    answer(204, '')
    expect(await said(http.DELETE('/api/resident/session'))).toBeUndefined()
  })

  it('throws a refusal with its places', async () => {
    answer(422, JSON.stringify({ type: '/problems/invalid-answers', status: 422, title: '请看一看', code: 'invalid-answers', errors: [{ path: 'q1', code: 'required', message: '请填写' }], version: 3 }))
    const problem = (await residentApi.sendCode('').catch((e: unknown) => e)) as Problem
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ status: 422, code: 'invalid-answers', errors: [{ path: 'q1' }], extra: { version: 3 }, signedOut: false })
  })

  it('tells an expired session from a refused sign-in', async () => {
    answer(401, '{"code":"session-expired"}')
    expect(await residentApi.home().catch((e: Problem) => e.signedOut)).toBe(true)
    answer(401, '{"code":"sign-in-refused"}')
    expect(await residentApi.home().catch((e: Problem) => e.signedOut)).toBe(false)
  })

  it('says unreachable when no answer came', async () => {
    vi.stubGlobal('fetch', vi.fn(async () => Promise.reject(new TypeError('Failed to fetch'))))
    await expect(residentApi.home()).rejects.toBeInstanceOf(Unreachable)
  })

  it('says unreachable when a gateway answers for a server that is gone', async () => {
    answer(502, '<html>Bad gateway</html>')
    await expect(residentApi.home()).rejects.toBeInstanceOf(Unreachable)
  })

  it('gives up after its patience', async () => {
    vi.stubGlobal('fetch', (_: Request, init: RequestInit) => new Promise((_resolve, reject) => init.signal!.addEventListener('abort', () => reject(new Error('aborted')))))
    await expect(said(http.GET('/api/resident/home', { fetch: patient(5) }))).rejects.toBeInstanceOf(Unreachable)
  })

  it('passes on that the caller does not want it any more', async () => {
    vi.stubGlobal('fetch', (_: Request, init: RequestInit) => new Promise((_resolve, reject) => init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))))
    const stop = new AbortController()
    const call = said(http.GET('/api/resident/home', { signal: stop.signal }))
    stop.abort()
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('says unreachable when something else answers in place of the server', async () => {
    answer(200, '<html>Please log in to the network</html>')
    await expect(residentApi.home()).rejects.toBeInstanceOf(Unreachable)
  })

  it('carries place, reader and key where the document puts them', async () => {
    const calls: Request[] = []
    vi.stubGlobal('fetch', vi.fn(async (request: Request) => (calls.push(request), new Response('{}'))))
    await residentApi.submit({ application: 'a', form: '摸底/1', ward: 'w' }, 'k1', { version: 1, answers: {}, confirmed: [], seen: {} })
    expect(new URL(calls[0]!.url).pathname).toBe('/api/resident/forms/a/%E6%91%B8%E5%BA%95%2F1/submissions')
    expect(new URL(calls[0]!.url).search).toBe('?for=w')
    expect(calls[0]!.headers.get('Idempotency-Key')).toBe('k1')
    expect(calls[0]!.headers.get('Accept-Language')).toBeTruthy()
    expect(await calls[0]!.json()).toEqual({ version: 1, answers: {}, confirmed: [], seen: {} })
  })
})
