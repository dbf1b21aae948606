import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createHutongI18n } from '@hutong/ui'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import NewElementDialog from './NewElementDialog.vue'

const many = Array.from({ length: 10 }, (_, at) => ({ code: `0${at}`, name: { zh: `第${at}种`, en: `Kind ${at}` } }))
const added = vi.fn((wish: object) => Promise.resolve({ ...wish, code: 'person.made' }))
vi.mock('../api', () => ({
  api: {
    elements: () => Promise.resolve([]),
    codeLists: () => Promise.resolve([{ code: 'sex', name: { zh: '性别', en: 'Sex' }, size: 2 }, { code: 'many', name: { zh: '种类', en: 'Kinds' }, size: 10 }]),
    codeList: (code: string) => Promise.resolve({ code, name: { zh: code, en: code }, standard: '', items: code === 'sex' ? [{ code: '1', name: { zh: '男', en: 'Male' } }, { code: '2', name: { zh: '女', en: 'Female' } }] : many }),
    addElement: (wish: object) => added(wish),
  },
}))

async function dialog() {
  document.cookie = 'hutong_lang=zh'
  const found = mount(NewElementDialog, { props: { open: true, resources: ['person'] }, global: { plugins: [createHutongI18n({ zh, en })] }, attachTo: document.body })
  await flushPromises()
  return found
}

describe('a new data element', () => {
  beforeEach(() => { document.body.innerHTML = '' })

  it('shows codes of the list that was chosen, and how many there are', async () => {
    const box = await dialog()
    await box.get('#element-kind').setValue('code')
    expect(box.find('[data-codes]').exists()).toBe(false)
    await box.get('#element-list').setValue('sex')
    await flushPromises()
    expect(box.get('[data-codes]').text()).toBe('共 2 项：1 男、2 女')
    await box.get('#element-list').setValue('many')
    await flushPromises()
    expect(box.get('[data-codes]').text()).toMatch(/^共 10 项：00 第0种、.*07 第7种 等$/)
    await box.get('#element-kind').setValue('text')
    expect(box.find('[data-codes]').exists()).toBe(false)
  })

  it('explains how long a value counts, at the field that says so', async () => {
    const box = await dialog()
    expect(box.get(`#${box.get('#element-valid').attributes('aria-describedby')}`).text()).toContain('过了有效期')
  })

  it('takes its unit in both languages', async () => {
    const box = await dialog()
    await box.findAll('fieldset.localised input')[0]!.setValue('水桶数')
    await box.findAll('fieldset.localised input')[1]!.setValue('Buckets')
    await box.get('#element-kind').setValue('integer')
    const [chinese, english] = box.findAll('[data-field=unit] input')
    await chinese!.setValue('桶')
    await english!.setValue('bucket | buckets')
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(added.mock.calls[0]![0]).toMatchObject({ code: 'person.buckets', unit: { zh: '桶', en: 'bucket | buckets' } })
  })
})
