import { describe, expect, it } from 'vitest'
import { asked, CHOSEN_KINDS, COLUMN_KINDS, kindOf } from './kinds'

describe('the kind of an own question', () => {
  it('follows the wording where it says so', () => {
    expect(kindOf('今年夏天您家需要送饮用水吗？')).toBe('yesNo')
    expect(kindOf('每周需要几桶水？')).toBe('integer')
    expect(kindOf('家里住了多少人')).toBe('integer')
    expect(kindOf('Do you need water?')).toBe('yesNo')
    expect(kindOf('希望哪一天送？')).toBe('date')
  })

  it('is a photo or a signature where that is asked for', () => {
    expect(kindOf('请拍一张门前的照片')).toBe('file:photo')
    expect(kindOf('Photo of the ramp')).toBe('file:photo')
    expect(kindOf('本人签名')).toBe('file:signature')
    expect(kindOf('您收到照片了吗？')).toBe('yesNo')
  })

  it('is text otherwise', () => {
    expect(kindOf('还有什么要说的？')).toBe('text')
    expect(kindOf('')).toBe('text')
    expect(kindOf('多少钱')).toBe('text')
  })
})

describe('the kinds to choose from', () => {
  it('have photo, document and signature each of its own, and a table has none of them as a column', () => {
    expect(CHOSEN_KINDS).toEqual(expect.arrayContaining(['file:photo', 'file:document', 'file:signature']))
    expect(CHOSEN_KINDS).not.toContain('file')
    expect(COLUMN_KINDS.filter(kind => kind.startsWith('file'))).toEqual([])
    expect(asked('file:signature')).toEqual({ kind: 'file', accept: 'signature' })
    expect(asked('text')).toEqual({ kind: 'text' })
  })
})
