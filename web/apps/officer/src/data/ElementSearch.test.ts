import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createHutongI18n } from '@hutong/ui'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import { catalogued } from '../test/catalogued'
import ElementSearch from './ElementSearch.vue'

const all = [catalogued('dwelling.area', '建筑面积'), catalogued('person.mobile', '手机号码'), catalogued('person.age', '年龄'), catalogued('person.sex', '性别')]
vi.mock('../api', () => ({ api: { elements: () => Promise.resolve(all) } }))

async function finder() {
  document.cookie = 'hutong_lang=zh'
  Element.prototype.scrollIntoView = vi.fn()
  const found = mount(ElementSearch, { props: { offerOwn: true }, global: { plugins: [createHutongI18n({ zh, en })] }, attachTo: document.body })
  await flushPromises()
  return found
}

describe('the finder of data elements', () => {
  beforeEach(() => { document.body.innerHTML = '' })

  it('puts them under headings that are groups and no options', async () => {
    const box = await finder()
    expect(box.findAll('[role=group]').map(group => box.get(`#${group.attributes('aria-labelledby')}`).text())).toEqual(['身份', '联系方式', '居住'])
    expect(box.findAll('[role=option]').map(option => option.attributes('data-element') ?? 'own')).toEqual(['person.age', 'person.sex', 'person.mobile', 'dwelling.area', 'own'])
    expect(box.findAll('[role=option] .heading, .heading[role=option]')).toHaveLength(0)
  })

  it('lets the arrows walk over headings, in the order seen, round to the other end, and Enter take what is marked', async () => {
    const box = await finder()
    const input = box.get('input')
    const marked = () => box.get(`#${input.attributes('aria-activedescendant')}`)
    const seen = [marked().attributes('data-element')]
    for (let i = 0; i < 5; i++) {
      await input.trigger('keydown', { key: 'ArrowDown' })
      seen.push(marked().attributes('data-element'))
      expect(box.findAll('[aria-selected=true]').map(one => one.element)).toEqual([marked().element])
    }
    expect(seen).toEqual(['person.age', 'person.sex', 'person.mobile', 'dwelling.area', undefined, 'person.age'])
    await input.trigger('keydown', { key: 'ArrowDown' })
    await input.trigger('keydown', { key: 'ArrowDown' })
    await input.trigger('keydown', { key: 'Enter' })
    expect(box.emitted('choose')).toEqual([[all[1]]])
  })

  it('has the nearest first for what is typed', async () => {
    const box = await finder()
    await box.get('input').setValue('性别')
    expect(box.get('[role=group]').attributes('data-group')).toBe('near')
    await box.get('input').trigger('keydown', { key: 'Enter' })
    expect(box.emitted('choose')).toEqual([[all[3]]])
  })
})
