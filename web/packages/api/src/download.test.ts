import { afterEach, describe, expect, it, vi } from 'vitest'
import { download, fileName } from './download'
import { Problem, Unreachable } from './http'

afterEach(() => vi.unstubAllGlobals())

describe('a file from the server', () => {
  it('has the name that the server gives it, in Chinese too', () => {
    expect(fileName(`attachment; filename="=?UTF-8?Q?x?="; filename*=UTF-8''%E5%8F%B0%E8%B4%A6-2026.xlsx`)).toBe('台账-2026.xlsx')
    expect(fileName('attachment; filename="left.csv"')).toBe('left.csv')
    expect(fileName('')).toBe('hutong')
  })

  it('comes whole', async () => {
    vi.stubGlobal('fetch', async () => new Response('a,b', { headers: { 'Content-Disposition': 'attachment; filename="x.csv"' } }))
    const file = await download('/x')
    expect(file.name).toBe('x.csv')
    expect(await file.content.text()).toBe('a,b')
  })

  it('is asked for with a body and headers', async () => {
    const asked = vi.fn(async () => new Response('pdf'))
    vi.stubGlobal('fetch', asked)
    await download('/x', { method: 'POST', body: { persons: ['1.2'] }, headers: { 'X-Session': 'field' } })
    expect(asked).toHaveBeenCalledWith('/x', expect.objectContaining({
      method: 'POST', body: '{"persons":["1.2"]}', headers: expect.objectContaining({ 'X-Session': 'field', 'Content-Type': 'application/json' }),
    }))
  })

  it('is no file when the server refuses', async () => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ code: 'sheet-too-long', title: '表格太长' }), { status: 422 }))
    const refused = await download('/x').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Problem)
    expect(refused).toMatchObject({ status: 422, code: 'sheet-too-long' })
  })

  it('is lost when the line is', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(download('/x')).rejects.toBeInstanceOf(Unreachable)
  })
})
