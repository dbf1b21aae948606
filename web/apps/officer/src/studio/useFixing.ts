import { inject, nextTick, provide, ref, type InjectionKey, type Ref } from 'vue'

const FIXING: InjectionKey<Readonly<Ref<boolean>>> = Symbol('fixing')
const FIELDS = 'input:not([type=hidden]), textarea, select, button'

/**
 * Who comes from the check to mend something: what must be filled in and is empty is marked, and the cursor goes into the box that was
 * found wrong.
 */
export function provideFixing() {
  const fixing = ref(false)
  provide(FIXING, fixing)

  /** @param box as editors name theirs, with `:en` behind it for the English one @param question the open one, whose boxes are looked at before those around it */
  async function fix(pane: HTMLElement, box: string, question?: string) {
    fixing.value = true
    await nextTick()
    const within = (question !== undefined && pane.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"]`)) || pane
    const [name, lang] = box.split(':')
    const place = within.querySelector<HTMLElement>(`[data-box="${CSS.escape(name!)}"]`)
    const empty = lang === 'en' ? place?.querySelector<HTMLElement>('.input[lang=en]') : (place ?? within).querySelector<HTMLElement>('[aria-invalid=true]')
    const field = empty ?? (place?.matches(FIELDS) ? place : place?.querySelector<HTMLElement>(FIELDS))
    const folded = field?.closest('details')
    if (folded) folded.open = true
    field?.focus()
  }

  return { fix }
}

/** Whether what is empty is to be marked; never outside of the studio. */
export function useFixing(): Readonly<Ref<boolean>> {
  return inject(FIXING, ref(false))
}
