import { describe, expect, it } from 'vitest'
import { reasonOf, unsent, waits, withoutGone, withServerIds, type Refusal, type Work } from './work'

const work = (more: Partial<Work> = {}): Work => ({
  login: 'me', post: 'p', application: 'a', form: 'ask', person: '1', name: '王秀英', title: { zh: '表' }, means: 'in-person', opened: {} as Work['opened'],
  typing: { answers: {}, confirmed: [] }, step: 'check', photos: { here: { question: 'photo', name: 'a.jpg' }, old: { question: 'other', name: 'b.jpg' } }, at: '2026-11-27T01:00:00Z',
  submitted: { key: 'k', at: '2026-11-27T01:00:00Z', body: { version: 1, answers: { photo: 'here', wish: 'yes' }, confirmed: [], seen: {}, verified: [] } }, ...more,
})
const refusal = (code: string, path = 'photo'): Refusal => ({ status: 422, code: 'invalid-answers', title: '', errors: [{ path, code, message: '' }] })

describe('why somebody is on the list', () => {
  it('is told as it stands: a phone told meanwhile is not said to be missing', () => {
    const of = (phoneMasked?: string, askedForHelp = false) => reasonOf({ reason: 'no-phone', askedForHelp, ...(phoneMasked ? { phoneMasked } : {}) })
    expect([of(), of('138****5678'), of('138****5678', true)]).toEqual(['no-phone', 'has-phone', 'asked-for-help'])
  })
})

describe('a form that waits to be sent', () => {
  it('waits once submitted, and not after the server refused it', () => {
    expect([waits(work()), waits(work({ submitted: undefined })), waits(work({ refusal: refusal('required') }))]).toEqual([true, false, false])
  })

  it('sends the photos first that its answers name, each once', () => {
    expect(unsent(work()).map(([id]) => id)).toEqual(['here'])
    expect(unsent(work({ photos: { here: { question: 'photo', name: 'a.jpg', server: 's' } } }))).toEqual([])
  })

  it('names photos to the server as the server does', () => {
    expect(withServerIds({ photo: 'here', wish: 'yes', n: 1 }, { here: { question: 'photo', name: '', server: 's' } })).toEqual({ photo: 's', wish: 'yes', n: 1 })
  })

  it('uploads again what waited too long on the server, and nothing else', () => {
    const sent = work({ photos: { here: { question: 'photo', name: 'a.jpg', server: 's' } } })
    expect(withoutGone(sent, refusal('file-gone'))?.photos.here).toEqual({ question: 'photo', name: 'a.jpg' })
    expect(withoutGone(sent, refusal('required'))).toBeUndefined()
    expect(withoutGone(work(), refusal('file-gone'))).toBeUndefined()
  })
})
