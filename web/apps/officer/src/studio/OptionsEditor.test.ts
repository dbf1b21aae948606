import { mount } from '@vue/test-utils'
import { defineComponent, h, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { createHutongI18n } from '@hutong/ui'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import type { Option } from '../manifest/types'
import OptionsEditor from './OptionsEditor.vue'

describe('the options of a question', () => {
  it('take the cursor into the new one when one is added, in a list of questions too', async () => {
    document.cookie = 'hutong_lang=zh'
    const options = ref<Option[]>([{ code: 'a', label: { zh: '选项一' } }, { code: 'o1', label: { zh: '选项二' } }])
    let later: Option[] = []
    const editor = mount(defineComponent(() => () => h('ol', [h('li'), h('li'), h('li', [h(OptionsEditor, { options: options.value, box: '', onChange: (next: Option[]) => { later = next } })])])), { global: { plugins: [createHutongI18n({ zh, en })] }, attachTo: document.body })
    await editor.get('.add').trigger('click')
    await nextTick()
    await nextTick()
    await nextTick()
    expect(document.activeElement).not.toBe(editor.get('fieldset li input').element)
    options.value = later
    await nextTick()
    await nextTick()
    expect(editor.findAll('fieldset li')).toHaveLength(3)
    expect(document.activeElement).toBe(editor.get('fieldset li:nth-child(3) input').element)
    editor.unmount()
  })
})
