import { afterEach, describe, expect, it, vi } from 'vitest'
import { call, Problem, Unreachable } from './http'

function answer(status: number, body: string): void {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(body === '' ? null : body, { status })))
}

afterEach(() => vi.unstubAllGlobals())

describe('a call to the server', () => {
  it('returns what the server says', async () => {
    answer(200, '{"name":"王秀英"}')
    expect(await call('GET', '/api/resident/session')).toEqual({ name: '王秀英' })
  })

  it('returns nothing for an empty answer', async () => {
    answer(204, '')
    expect(await call('DELETE', '/api/resident/session')).toBeUndefined()
  })

  it('throws a refusal with its places', async () => {
    answer(422, JSON.stringify({ type: '/problems/invalid-answers', status: 422, title: '请看一看', code: 'invalid-answers', errors: [{ path: 'q1', code: 'required', message: '请填写' }], version: 3 }))
    const problem = (await call('POST', '/x', { body: {} }).catch((e: unknown) => e)) as Problem
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ status: 422, code: 'invalid-answers', errors: [{ path: 'q1' }], extra: { version: 3 }, signedOut: false })
  })

  it('tells an expired session from a refused sign-in', async () => {
    answer(401, '{"code":"session-expired"}')
    expect(await call('GET', '/x').catch((e: Problem) => e.signedOut)).toBe(true)
    answer(401, '{"code":"sign-in-refused"}')
    expect(await call('GET', '/x').catch((e: Problem) => e.signedOut)).toBe(false)
  })

  it('says unreachable when no answer came', async () => {
    vi.stubGlobal('fetch', vi.fn(async () => Promise.reject(new TypeError('Failed to fetch'))))
    await expect(call('GET', '/x')).rejects.toBeInstanceOf(Unreachable)
  })

  it('says unreachable when a gateway answers for a server that is gone', async () => {
    answer(502, '<html>Bad gateway</html>')
    await expect(call('GET', '/x')).rejects.toBeInstanceOf(Unreachable)
  })

  it('gives up after its patience', async () => {
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => new Promise((_resolve, reject) => init.signal!.addEventListener('abort', () => reject(new Error('aborted')))))
    await expect(call('GET', '/x', { patience: 5 })).rejects.toBeInstanceOf(Unreachable)
  })
})
