import { inject, provide, type InjectionKey, type Ref } from 'vue'
import { componentOf } from '../manifest/edit'
import type { Component, ComponentKind, Manifest } from '../manifest/types'
import type { Place } from '../manifest/place'
import type { Names } from '../criterion/words'

/** What the panes of the studio share: the draft, how to change it, where one is. */
export interface Studio {
  manifest: Readonly<Ref<Manifest>>
  place: Readonly<Ref<Place>>
  names: Names
  change(edit: (draft: Manifest) => void, mergeKey?: string): void
  go(place: Place): void
}

const KEY: InjectionKey<Studio> = Symbol('studio')

export function provideStudio(studio: Studio): void {
  provide(KEY, studio)
}

export function useStudio(): Studio {
  const studio = inject(KEY)
  if (studio === undefined) throw new Error('This pane belongs into the studio')
  return studio
}

/** Changes one component of a draft, when it is still there and of that kind. */
export function editing<K extends ComponentKind>(id: string, kind: K, edit: (component: Extract<Component, { kind: K }>) => void) {
  return (draft: Manifest) => {
    const component = componentOf(draft, id)
    if (component?.kind === kind) edit(component as Extract<Component, { kind: K }>)
  }
}
