import { beforeEach, describe, expect, it, vi } from 'vitest'

const api = vi.hoisted(() => ({ session: vi.fn(), home: vi.fn(), notices: vi.fn(), help: vi.fn(), form: vi.fn() }))
vi.mock('@hutong/api', () => ({ residentApi: api }))
vi.stubEnv('BASE_URL', '/resident/')

import { askEarly, formAt, takeFirstPage, takeForm, takeSession } from './early'

const at = (path: string) => new URL(path, 'http://localhost')

beforeEach(() => {
  vi.clearAllMocks()
  api.session.mockResolvedValue({ subject: 's' })
  api.home.mockResolvedValue('home')
  api.notices.mockResolvedValue([])
  api.help.mockResolvedValue([])
  api.form.mockImplementation(async ({ application }: { application: string }) => `form of ${application}`)
})

describe('the address of a form', () => {
  it('names it, and for whom it is', () => {
    expect(formAt(at('/resident/form/a-1/ask?for=w'))).toEqual({ application: 'a-1', form: 'ask', ward: 'w' })
    expect(formAt(at('/resident/form/a-1/ask?step=p1'))).toEqual({ application: 'a-1', form: 'ask', ward: undefined })
  })

  it('is no other', () => {
    for (const path of ['/resident/', '/resident/form/a-1', '/resident/form/a-1/ask/more', '/resident/me']) expect(formAt(at(path))).toBeUndefined()
  })
})

describe('what is asked before the app stands', () => {
  it('is taken once, then asked anew', async () => {
    askEarly(at('/resident/'))
    expect(await takeFirstPage()).toEqual(['home', [], []])
    await takeFirstPage()
    await takeSession()
    await takeSession()
    expect([api.home.mock.calls.length, api.session.mock.calls.length]).toEqual([2, 2])
  })

  it('is asked again where it was refused', async () => {
    api.home.mockRejectedValueOnce(new Error('401'))
    askEarly(at('/resident/'))
    expect(await takeFirstPage()).toEqual(['home', [], []])
  })

  it('is the form of the address, for those who ask for that form', async () => {
    askEarly(at('/resident/form/a/ask'))
    expect(await takeForm({ application: 'a', form: 'ask' })).toBe('form of a')
    expect(api.form).toHaveBeenCalledTimes(1)
    askEarly(at('/resident/form/a/ask'))
    expect(await takeForm({ application: 'b', form: 'ask' })).toBe('form of b')
    expect(api.home).not.toHaveBeenCalled()
  })

  it('lets a refused session stand: it says that nobody is signed in', async () => {
    api.session.mockRejectedValueOnce(new Error('401'))
    askEarly(at('/resident/me'))
    await expect(takeSession()).rejects.toThrow('401')
    expect(api.session).toHaveBeenCalledTimes(1)
  })
})
