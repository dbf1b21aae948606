import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createHutongI18n } from '@hutong/ui'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
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
})
