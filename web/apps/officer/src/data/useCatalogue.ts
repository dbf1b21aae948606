import { reactive, shallowRef } from 'vue'
import { api } from '../api'
import type { CodeList, DataElement } from '../api/types'

const elements = shallowRef<DataElement[]>()
const byCode = shallowRef(new Map<string, DataElement>())
const lists = reactive(new Map<string, CodeList>())
const askedLists = new Map<string, Promise<CodeList>>()
let asking: Promise<DataElement[]> | undefined

/** The catalogue of data elements, fetched once a visit: it is small and every page names elements by it. */
export function useCatalogue() {
  function load(): Promise<DataElement[]> {
    asking ??= api.elements().then(found => {
      elements.value = found
      byCode.value = new Map(found.map(element => [element.code, element]))
      return found
    }, error => {
      asking = undefined
      throw error
    })
    return asking
  }

  function reload(): Promise<DataElement[]> {
    asking = undefined
    return load()
  }

  function loadList(code: string): Promise<CodeList> {
    let list = askedLists.get(code)
    if (list === undefined) {
      list = api.codeList(code).then(found => {
        lists.set(code, found)
        return found
      })
      list.catch(() => askedLists.delete(code))
      askedLists.set(code, list)
    }
    return list
  }

  return {
    elements, load, reload, loadList,
    /** By its code, or by a path over a link (`guardian/person.mobile`). */
    element: (path: string) => byCode.value.get(path.split('/').pop() ?? path),
    list: (code: string) => lists.get(code),
  }
}
