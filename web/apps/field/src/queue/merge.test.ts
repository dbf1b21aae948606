import { describe, expect, it } from 'vitest'
import type { Task, Today } from '../api'
import { sendable, settle, shown, visitOf, type Waiting } from './merge'

const NAME = { zh: '', en: '' }
const task = (id: string): Task => ({
  id, person: id, name: id, address: '', application: 'a', form: 'ask', title: NAME, formTitle: NAME, published: '2026-11-20T01:00:00Z', department: 'health', reason: 'no-answer', list: 'phone', calls: 1, nobodyThere: 0, askedForHelp: false,
  region: '320613002001001', regionName: NAME, madeAt: '2026-11-24T01:00:00Z', undoable: false,
})
const waits = (key: string, of: string, outcome: Waiting['outcome'], more: Partial<Waiting> = {}): Waiting => ({
  key, task: of, post: 'p', doneAt: '2026-11-25T01:00:00Z', means: 'phone', outcome, login: 'me', name: of, ...more,
})
const today = (): Today => ({
  calls: [task('1'), task('2'), task('3')], later: [], stops: [{ place: 'd', address: '', region: '320613002001001', regionName: NAME, tasks: [task('4'), task('5')] }], more: false,
})

describe('the day as it stands on the phone', () => {
  it('leaves out who was done with and puts off who wants to be called again', () => {
    const at = '2026-11-25T09:00:00Z'
    const lists = shown(today(), [waits('a', '1', 'refused'), waits('b', '2', 'call-again', { callAgainAt: at }), waits('c', '4', 'moved', { means: 'door' })])
    expect(lists.calls.map(({ id }) => id)).toEqual(['3'])
    expect(lists.later.map(({ id, notBefore }) => [id, notBefore])).toEqual([['2', at]])
    expect(lists.stops[0]!.tasks.map(({ id }) => id)).toEqual(['5'])
  })

  it('counts vain calls that are not sent yet', () => {
    expect(shown(today(), [waits('a', '1', 'no-answer'), waits('b', '1', 'busy')]).calls[0]!.calls).toBe(3)
  })

  it('forgets a door behind which nothing is left', () => {
    expect(shown(today(), [waits('a', '4', 'done'), waits('b', '5', 'empty')]).stops).toEqual([])
  })

  it('leaves out whose form waits to be sent', () => {
    const lists = shown(today(), [], new Set(['a|ask|1', 'a|ask|5']))
    expect(lists.calls.map(({ id }) => id)).toEqual(['2', '3'])
    expect(lists.stops[0]!.tasks.map(({ id }) => id)).toEqual(['4'])
  })

  it('shows again what the server refused', () => {
    expect(shown(today(), [waits('a', '1', 'done', { refused: 'no' })]).calls).toHaveLength(3)
  })
})

describe('what waits to be sent', () => {
  it('is sent for its own account only, and not what was refused', () => {
    const all = [waits('a', '1', 'done'), waits('b', '2', 'done', { login: 'other' }), waits('c', '3', 'done', { refused: 'no' })]
    expect(sendable(all, 'me').map(({ key }) => key)).toEqual(['a'])
  })

  it('goes when it is kept and stays with the reason when it is refused', () => {
    const left = settle([waits('a', '1', 'done'), waits('b', '2', 'done'), waits('c', '3', 'done')], [
      { key: 'a', task: { id: '1', list: 'phone', open: false, calls: 0, nobodyThere: 0 } },
      { key: 'b', problem: 'visit-time', detail: 'The time is not right' },
    ])
    expect(left.map(({ key, refused }) => [key, refused])).toEqual([['b', 'The time is not right'], ['c', undefined]])
  })

  it('says nothing to the server that only the phone needs', () => {
    expect(visitOf(waits('a', '1', 'done'))).not.toHaveProperty('name')
  })
})
