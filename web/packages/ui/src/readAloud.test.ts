import { afterEach, describe, expect, it, vi } from 'vitest'
import { sentencesOf, useReadAloud } from './readAloud'

function page(html: string): Element {
  document.body.innerHTML = `<main>${html}</main>`
  return document.querySelector('main')!
}

/** A browser's speech: `voices` it has, and whether it really begins. */
function engine(voices: Partial<SpeechSynthesisVoice>[], begins = true) {
  const said: SpeechSynthesisUtterance[] = []
  vi.stubGlobal('SpeechSynthesisUtterance', class { constructor(readonly text: string) {} })
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices, cancel: vi.fn(), addEventListener: (_: string, listener: () => void) => listener(),
    speak: (utterance: SpeechSynthesisUtterance) => (said.push(utterance), begins && utterance.onstart?.({} as SpeechSynthesisEvent)),
  })
  return said
}
const chinese = { lang: 'zh-CN', localService: true }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('what is read out', () => {
  it('is the text in order, without what is pressed or hidden', () => {
    expect(sentencesOf(page('<h1>疫苗</h1><p>您<b>打过</b>吗？请选。</p><label><input type="radio"><span>是</span></label><button>下一步</button><p class="visually-hidden">x</p><a class="btn">y</a>')))
      .toEqual(['疫苗', '您打过吗？', '请选。', '是'])
  })

  it('says what is pressed where that is what the page is about, part by part, and no stars', () => {
    expect(sentencesOf(page('<button data-spoken><span data-spoken>周磊</span><span data-spoken>户主</span></button><a class="btn" data-spoken>开始回答</a><p>号码 3299****0038</p>')))
      .toEqual(['周磊', '户主', '开始回答', '号码 3299，0038'])
  })

  it('comes in pieces that no engine breaks off', () => {
    const pieces = sentencesOf(page(`<p>${'一二三四五六七八九，'.repeat(40)}完。</p>`))
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(120)
    expect(pieces.join('')).toContain('九，完。')
  })
})

describe('reading out', () => {
  it('is not offered where the browser has no speech', () => {
    vi.stubGlobal('speechSynthesis', undefined)
    expect(useReadAloud().possible).toBe(false)
  })

  it('uses a voice of the device in the language of the page', async () => {
    const said = engine([{ lang: 'zh-CN', localService: false }, { lang: 'en-GB', localService: true }, { ...chinese, name: '婷婷' }])
    const aloud = useReadAloud()
    await aloud.read(page('<p>您好。</p>'), 'zh-CN')
    expect(said.map((each) => [each.text, each.voice?.name])).toEqual([['您好。', '婷婷']])
    expect(aloud.state.value).toBe('reading')
    said[0]!.onend?.({} as SpeechSynthesisEvent)
    expect(aloud.state.value).toBe('idle')
  })

  it('rather stays silent than sends a page about people to the maker of a voice', async () => {
    const said = engine([{ lang: 'zh-CN', localService: false }])
    const aloud = useReadAloud()
    await aloud.read(page('<p>您好。</p>'), 'zh-CN')
    expect([said.length, aloud.state.value]).toEqual([0, 'silent'])
  })

  it('says so when the engine does not begin', async () => {
    vi.useFakeTimers()
    engine([chinese], false)
    const aloud = useReadAloud()
    await aloud.read(page('<p>您好。</p>'), 'zh-CN')
    vi.advanceTimersByTime(5000)
    expect(aloud.state.value).toBe('silent')
  })

  it('stops when asked', async () => {
    engine([chinese])
    const aloud = useReadAloud()
    await aloud.read(page('<p>您好。</p>'), 'zh-CN')
    aloud.stop()
    expect(aloud.state.value).toBe('idle')
  })
})
