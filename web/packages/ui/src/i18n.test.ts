import { createApp, h, nextTick, type App } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bringWords, sayUnit, startWords, useWords, type WordSource } from './i18n'

const source = (key: string): WordSource & { zh: ReturnType<typeof vi.fn>; en: ReturnType<typeof vi.fn> } => ({
  zh: vi.fn(async () => ({ [key]: { hello: `${key} 您好` } })),
  en: vi.fn(async () => ({ [key]: { hello: `${key} hello` } })),
})

let app: App | undefined
let words: ReturnType<typeof useWords>

async function open(...sources: WordSource[]): Promise<void> {
  const i18n = await startWords(...sources)
  app = createApp({
    setup() {
      words = useWords(sources[0])
      return () => h('p', words.t('a.hello'))
    },
  })
  app.use(i18n).mount(document.body.appendChild(document.createElement('div')))
}

describe('words by language', () => {
  beforeEach(() => (document.cookie = 'hutong_lang=zh; Path=/'))
  afterEach(() => {
    app?.unmount()
    document.body.innerHTML = ''
  })

  it('are fetched in the language of the reader only', async () => {
    const a = source('a')
    await open(a)
    expect([document.body.textContent, document.documentElement.lang]).toEqual(['a 您好', 'zh-CN'])
    expect(a.en).not.toHaveBeenCalled()
    expect(words.t('ui.close')).toBe('关闭')
  })

  it('are all there when the language changes, also those brought later', async () => {
    const [a, b] = [source('a'), source('b')]
    await open(a)
    await bringWords(b)
    await words.setLang('en')
    await nextTick()
    expect([document.body.textContent, words.t('b.hello'), document.documentElement.lang]).toEqual(['a hello', 'b hello', 'en'])
    await words.setLang('zh')
    expect([a.zh, b.zh, a.en].map((each) => each.mock.calls.length)).toEqual([1, 1, 1])
  })

  it('stay in the language they are in where the others cannot be fetched', async () => {
    const a = source('a')
    a.en.mockRejectedValue(new Error('no line'))
    await open(a)
    await words.setLang('en')
    expect([words.lang.value, document.documentElement.lang]).toEqual(['zh', 'zh-CN'])
  })

  it('come in the language that was chosen while they were under way', async () => {
    const [a, b] = [source('a'), source('b')]
    await open(a)
    let arrive = (_words: object): void => undefined
    b.zh.mockReturnValue(new Promise((done) => (arrive = done)))
    const brought = bringWords(b)
    await words.setLang('en')
    arrive({ b: { hello: 'b 您好' } })
    await brought
    expect(words.t('b.hello')).toBe('b hello')
  })

  it('are missed aloud by a component that comes before them', async () => {
    await open(source('a'))
    expect(() => useWordsOf(source('c'))).toThrow(/bringWords comes first/)
  })
})

function useWordsOf(words: WordSource): void {
  createApp({ setup: () => (useWords(words), () => null), render: () => null }).mount(document.createElement('div'))
}

describe('units', () => {
  it('have one form in Chinese, and in English one for one and one for many', () => {
    const years = { zh: '岁', en: 'year | years' }
    expect([sayUnit(years, 'zh', true), sayUnit(years, 'en', true), sayUnit(years, 'en')]).toEqual(['岁', 'year', 'years'])
  })

  it('are the Chinese one where there is no other, and nothing where there is none', () => {
    expect([sayUnit('cm', 'en'), sayUnit({ zh: '桶' }, 'en'), sayUnit(undefined, 'en')]).toEqual(['cm', '桶', ''])
  })
})
