import { describe, expect, it } from 'vitest'
import { ofToday, without, type Done } from './done'

const entry = (at: string, ...keys: string[]): Done => ({ attempts: keys.map((key) => ({ key, task: `task ${key}`, name: '某某' })), means: 'door', outcome: 'nobody-there', at })

describe('what was done today', () => {
  it('begins at midnight by the clock of the town', () => {
    const now = Date.parse('2026-11-27T16:30:00Z')
    expect(ofToday([entry('2026-11-27T16:10:00Z', 'a'), entry('2026-11-27T15:59:00Z', 'b')], now).map(({ attempts }) => attempts[0]?.key)).toEqual(['a'])
  })

  it('loses what was taken back, and an entry when nothing of it is left', () => {
    const items = [entry('2026-11-27T08:00:00Z', 'a', 'b'), entry('2026-11-27T08:05:00Z', 'c')]
    expect(without(items, new Set(['b', 'c']))).toEqual([entry('2026-11-27T08:00:00Z', 'a')])
  })
})
