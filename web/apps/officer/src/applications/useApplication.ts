import { computed, inject, provide, shallowRef, watch, type InjectionKey } from 'vue'
import type { Localised } from '@hutong/ui'
import { api } from '../api'
import type { Application } from '../api/types'
import { useLoad } from '../parts/useLoad'

/** The application that the pages under its address show and change. */
function loadApplication(id: () => string) {
  const { data, problem, reload } = useLoad<Application>(() => api.application(id()), id)
  /** As it is being changed just now. */
  const typed = shallowRef<Localised>()
  watch(id, () => (typed.value = undefined))
  const title = computed({ get: () => typed.value ?? data.value?.title, set: (now) => (typed.value = now) })
  return { application: data, problem, reload, title }
}

type Loaded = ReturnType<typeof loadApplication>
const KEY: InjectionKey<Loaded> = Symbol('application')

export function provideApplication(id: () => string): Loaded {
  const loaded = loadApplication(id)
  provide(KEY, loaded)
  return loaded
}

export function useApplication(): Loaded {
  const loaded = inject(KEY)
  if (loaded === undefined) throw new Error('This page belongs under the address of an application')
  return loaded
}
