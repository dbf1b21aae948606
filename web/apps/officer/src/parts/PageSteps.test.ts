import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createHutongI18n } from '@hutong/ui'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import PageSteps from './PageSteps.vue'

function steps(props: { page: number; more: boolean; total?: number; size?: number }) {
  document.cookie = 'hutong_lang=zh'
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: PageSteps }] })
  return mount(PageSteps, { props, global: { plugins: [createHutongI18n({ zh, en }), router] } })
}

describe('the steps through a list', () => {
  it('say how many there are and how many pages, where that is known', () => {
    expect(steps({ page: 1, more: true, total: 1234, size: 50 }).get('[data-total]').text()).toBe('共 1,234 条，第 2 / 25 页')
    expect(steps({ page: 0, more: false, total: 7, size: 50 }).get('[data-total]').text()).toBe('共 7 条')
    expect(steps({ page: 2, more: true }).get('nav').text()).toContain('第 3 页')
    expect(steps({ page: 0, more: false }).text()).toBe('')
  })

  it('never say fewer pages than there are, when somebody was counted before and is there now', () => {
    expect(steps({ page: 1, more: true, total: 60, size: 50 }).get('[data-total]').text()).toContain('第 2 / 3 页')
  })
})
