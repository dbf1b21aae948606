import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createHutongI18n } from '@hutong/ui'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import { provideFixing } from '../studio/useFixing'
import LocalisedField from './LocalisedField.vue'

function field(props: { optional?: boolean; lines?: number }) {
  document.cookie = 'hutong_lang=zh'
  return mount(LocalisedField, { props: { label: '名称', modelValue: undefined, ...props }, global: { plugins: [createHutongI18n({ zh, en })] } })
}

describe('a text in both languages', () => {
  it.each([undefined, 3])('says before any check that the Chinese one is needed, and what happens without the English one (%s lines)', lines => {
    const found = field({ lines })
    const [chinese, english] = found.findAll('.input')
    expect(found.get('legend').text()).toBe('名称必填')
    expect(chinese!.attributes('aria-required')).toBe('true')
    expect(english!.attributes()).not.toHaveProperty('aria-required')
    expect(english!.attributes('placeholder')).toBe('不填就显示中文')
  })

  it('asks for nothing when it is optional', () => {
    const found = field({ optional: true })
    expect(found.get('legend').text()).toBe('名称（可不填）')
    expect(found.findAll('[aria-required]')).toHaveLength(0)
  })

  it('names its languages in full', () => {
    const found = field({})
    expect(found.findAll('.visually-hidden').map(label => label.text()).filter(text => text.endsWith(' 名称'))).toEqual(['中文 名称', 'English 名称'])
  })

  it('is marked and gets the cursor once somebody comes from the check to fill in the Chinese', async () => {
    document.cookie = 'hutong_lang=en'
    let fix!: ReturnType<typeof provideFixing>['fix']
    const pane = mount(defineComponent({
      setup() {
        ({ fix } = provideFixing())
        const one = (box: string, zh: string) => h(LocalisedField, { label: box, modelValue: { zh, en: 'Words' }, 'data-box': box })
        return () => h('div', [one('title', '名称'), one('purpose', ''), one('text', '')])
      },
    }), { global: { plugins: [createHutongI18n({ zh, en })] }, attachTo: document.body })
    expect(pane.findAll('[aria-invalid]')).toHaveLength(0)
    await fix(pane.element, 'text')
    expect(pane.findAll('[aria-invalid=true]')).toHaveLength(2)
    expect(document.activeElement).toBe(pane.get('[data-box=text] [lang=zh-CN].input').element)
    expect(pane.get(`#${document.activeElement!.getAttribute('aria-describedby')}`).text()).toBe('Please write it in Chinese')
    await fix(pane.element, 'text:en')
    expect(document.activeElement).toBe(pane.get('[data-box=text] [lang=en].input').element)
    pane.unmount()
  })
})
