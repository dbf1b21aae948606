import { describe, expect, it } from 'vitest'
import { merge } from './merge'

const base = { name: { zh: '水' }, unit: '桶', seenAs: ['用水', '饮水'] }

describe('two changes of one definition', () => {
  it('keep what only the other one touched', () => {
    expect(merge(base, { ...base, unit: '升' }, { ...base, name: { zh: '送水' } })).toEqual({ name: { zh: '送水' }, unit: '升', seenAs: base.seenAs })
  })

  it('keep mine where both touched the same', () => {
    expect(merge(base, { ...base, unit: '升' }, { ...base, unit: '瓶' }).unit).toBe('升')
  })

  it('join the words that each added or took out', () => {
    expect(merge(base, { ...base, seenAs: ['饮水', '桶装水'] }, { ...base, seenAs: ['用水', '饮水', '送水'] }).seenAs).toEqual(['饮水', '送水', '桶装水'])
  })
})
