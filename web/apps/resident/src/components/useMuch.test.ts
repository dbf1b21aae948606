import { createHutongI18n } from '@hutong/ui'
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import { useMuch } from './useMuch'

function words(lang: 'zh' | 'en') {
  document.cookie = `hutong_lang=${lang}`
  let much!: ReturnType<typeof useMuch>
  mount(defineComponent({ setup: () => { much = useMuch(); return () => h('p') } }), { global: { plugins: [createHutongI18n({ zh, en })] } })
  return much
}

test('one question, several, and as many as answers may bring', () => {
  const zhWords = words('zh')
  expect(zhWords.questions(1, 1)).toBe('1 个问题')
  expect(zhWords.questions(3, 7)).toBe('3 到 7 个问题')
  expect(zhWords.waiting(3, 7) + zhWords.minutes(1, 2)).toBe('需要您回答 3 到 7 个问题，约 1 到 2 分钟')
  const enWords = words('en')
  expect(enWords.questions(1, 1)).toBe('1 question')
  expect(enWords.questions(2, 2)).toBe('2 questions')
  expect(enWords.questions(1, 4)).toBe('1 to 4 questions')
  expect(enWords.minutes(1, 1)).toBe('about 1 min')
})
