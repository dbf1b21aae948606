import { shallowRef } from 'vue'
import { useWords } from '@hutong/ui'
import { api } from '../api'
import type { ResourceType } from '../api/types'

const types = shallowRef<ResourceType[]>()
let asking: Promise<ResourceType[]> | undefined

/** What data can be about: the types that ship have words of the screens, those that stewards add have their own. */
export function useResources() {
  const { t, te, say } = useWords()

  function load(): Promise<ResourceType[]> {
    asking ??= api.resourceTypes().then(found => types.value = found, error => {
      asking = undefined
      throw error
    })
    return asking
  }

  function reload(): Promise<ResourceType[]> {
    asking = undefined
    return load()
  }

  function nameOf(code: string): string {
    return te(`resource.${code}`) ? t(`resource.${code}`) : say(types.value?.find(type => type.code === code)?.name) || code
  }

  return { types, load, reload, nameOf }
}
