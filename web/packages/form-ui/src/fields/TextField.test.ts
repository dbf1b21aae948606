import { createApp, h, ref, type App } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Json, Question } from '@hutong/api'
import { startWords } from '@hutong/ui'
import { formWords } from '../messages/source'
import TextField from './TextField.vue'

const question = { id: 'q', kind: 'integer', label: { zh: '几个？' }, unit: { zh: '岁', en: 'year | years' }, required: false } as Question

let app: App
let told: (Json | undefined)[]
const shown = ref(true)

function stroke(text: string): HTMLInputElement {
  const field = document.querySelector('input')!
  field.value = text
  field.dispatchEvent(new Event('input'))
  return field
}

describe('a line to type into', () => {
  beforeEach(async () => {
    document.cookie = 'hutong_lang=en; Path=/'
    const i18n = await startWords(formWords)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] })
    told = []
    shown.value = true
    app = createApp(() => (shown.value ? h(TextField, { id: 'q', question, modelValue: undefined, describedBy: undefined, invalid: false, 'onUpdate:modelValue': (value) => told.push(value) }) : null))
    app.use(i18n).mount(document.body.appendChild(document.createElement('div')))
  })
  afterEach(() => {
    app.unmount()
    document.body.innerHTML = ''
    vi.useRealTimers()
  })

  it('has its unit beside it in the language of the reader', () => {
    expect(document.querySelector('.unit')!.textContent).toBe('years')
  })

  it('tells the strokes of a frame together, once they are painted', () => {
    stroke('1')
    stroke('12')
    expect(told).toEqual([])
    vi.advanceTimersByTime(30)
    expect(told).toEqual([12])
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([12])
  })

  it.each([
    ['is left', new Event('blur')],
    ['is sent by Enter', new Event('change')],
    ['is left by Tab', new KeyboardEvent('keydown', { key: 'Tab' })],
  ])('tells at once when it %s', (_when, event) => {
    stroke('3').dispatchEvent(event)
    expect(told).toEqual([3])
    vi.advanceTimersByTime(1000)
    expect(told).toEqual([3])
  })

  it('tells what is under way when it goes', async () => {
    stroke('4')
    shown.value = false
    await Promise.resolve()
    await Promise.resolve()
    expect(told).toEqual([4])
  })

  it('does not wait for a frame where none is painted', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    stroke('5')
    vi.advanceTimersByTime(100)
    expect(told).toEqual([5])
    vi.unstubAllGlobals()
  })
})
