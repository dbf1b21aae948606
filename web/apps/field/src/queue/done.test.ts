import { describe, expect, it } from 'vitest'
import { ofToday, withFilled, without, type Done } from './done'

const entry = (at: string, ...keys: string[]): Done => ({ attempts: keys.map((key) => ({ key, task: `task ${key}`, name: '某某' })), means: 'door', outcome: 'nobody-there', at })

describe('what was done today', () => {
  it('begins at midnight by the clock of the town', () => {
    const now = Date.parse('2026-11-27T16:30:00Z')
    expect(ofToday([entry('2026-11-27T16:10:00Z', 'a'), entry('2026-11-27T15:59:00Z', 'b')], now).map(({ attempts }) => attempts[0]?.key)).toEqual(['a'])
  })

  it('names a form once: what was sent later takes the place of what waited', () => {
    const form = (work: string, receipt?: string): Done => ({ ...entry('2026-11-27T08:00:00Z', work), outcome: 'done', filled: { work, title: { zh: '表' }, ...(receipt ? { receipt } : {}) } })
    const attempt = entry('2026-11-27T07:00:00Z', 'x')
    expect(withFilled([attempt, form('a'), form('b')], form('a', 'HT-1'))).toEqual([form('a', 'HT-1'), attempt, form('b')])
  })

  it('loses what was taken back, and an entry when nothing of it is left', () => {
    const items = [entry('2026-11-27T08:00:00Z', 'a', 'b'), entry('2026-11-27T08:05:00Z', 'c')]
    expect(without(items, new Set(['b', 'c']))).toEqual([entry('2026-11-27T08:00:00Z', 'a')])
  })
})
