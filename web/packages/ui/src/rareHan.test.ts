import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bringRareCharacters, hasRare } from './rareHan'

const sheets = () => document.head.querySelectorAll('link[href$="rare-han.css"]').length
const settled = () => new Promise((done) => setTimeout(done))
const put = (html: string): void => {
  document.body.innerHTML = html
}

// The sheet itself is no matter of this test.
Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { handleDisabledFileLoadingAsSuccess: true })

describe('the glyphs of rare characters', () => {
  beforeEach(() => put('<main>顾秀英</main>'))
  afterEach(async () => {
    // Whoever still waits for one gets it, and is done.
    document.body.append('𠮷')
    await settled()
    document.head.innerHTML = ''
  })

  it('are for extensions A to F and the end of the first block', () => {
    for (const text of ['王𪚥', '㐀', '鿏', '𠮷', '𮯰']) {
      put(text)
      expect(hasRare(document.body)).toBe(true)
    }
    for (const text of ['龥', 'Wang', '😀', '𰀀']) {
      put(text)
      expect(hasRare(document.body)).toBe(false)
    }
  })

  it('do not come to a page without one', async () => {
    bringRareCharacters()
    document.body.append('王小明')
    await settled()
    expect(sheets()).toBe(0)
  })

  it('come with a text, once', async () => {
    bringRareCharacters()
    document.querySelector('main')!.innerHTML = '<p>王<b>𪚥</b></p>'
    await settled()
    document.body.append('𠮷')
    await settled()
    expect(sheets()).toBe(1)
  })

  it('come with what is typed, and with a field that has one already', async () => {
    bringRareCharacters()
    const field = document.createElement('input')
    document.body.append(field)
    await settled()
    field.value = '王𪚥'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    expect(sheets()).toBe(1)
    document.head.innerHTML = ''
    put('<input value="𠮷">')
    bringRareCharacters()
    expect(sheets()).toBe(1)
  })
})
