import { describe, expect, it, vi } from 'vitest'
import { http, said } from './http'

/** What the type checker must refuse; `npm run typecheck` fails when one of these compiles. */
const refused = {
  operation: () =>
    // @ts-expect-error the server has no such operation
    http.GET('/api/resident/horoscope'),
  method: () =>
    // @ts-expect-error a home is not deleted
    http.DELETE('/api/resident/home'),
  field: () =>
    // @ts-expect-error a code is not asked for by mail
    http.POST('/api/resident/codes', { body: { mail: '' } }),
  surplus: () =>
    // @ts-expect-error nor is anything said beside the phone
    http.POST('/api/resident/codes', { body: { phone: '', mail: '' } }),
  parameter: () =>
    // @ts-expect-error a number is not the code of a region
    http.GET('/api/regions/{code}', { params: { path: { code: 1 } } }),
  question: () =>
    // @ts-expect-error nobody is asked by a search word
    http.GET('/api/catalogue/elements', { params: { query: { word: '' } } }),
  answer: async () =>
    // @ts-expect-error a home has no weather
    (await said(http.GET('/api/resident/home'))).weather,
  word: async () =>
    // @ts-expect-error an application is a draft, running or closed
    (await said(http.GET('/api/applications/{id}', { params: { path: { id: '' } } }))).state === 'paused',
}

describe('the generated client', () => {
  it('is guarded by types alone: at run time each of these goes out', async () => {
    const fetched = vi.fn(async () => new Response('{}'))
    vi.stubGlobal('fetch', fetched)
    for (const call of Object.values(refused)) await call()
    expect(fetched).toHaveBeenCalledTimes(Object.keys(refused).length)
    vi.unstubAllGlobals()
  })
})
