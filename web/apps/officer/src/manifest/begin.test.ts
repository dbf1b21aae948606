import { describe, expect, it } from 'vitest'
import { unnamed } from './begin'

describe('what nobody has named yet', () => {
  it('is called in the language of the officer, and in no other', () => {
    expect(unnamed('title', 'zh')).toEqual({ zh: '未命名的应用' })
    expect(unnamed('title', 'en')).toEqual({ zh: '', en: 'Untitled application' })
    expect(unnamed('option', 'en').zh).toBe('')
  })
})
