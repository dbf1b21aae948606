import { reactive, shallowRef } from 'vue'
import { api } from '../api'
import type { CodeList, DataElement } from '../api/types'

const elements = shallowRef<DataElement[]>()
const all = shallowRef<DataElement[]>()
const byCode = shallowRef(new Map<string, DataElement>())
const lists = reactive(new Map<string, CodeList>())
const askedLists = new Map<string, Promise<CodeList>>()
let asking: Promise<DataElement[]> | undefined

/** The catalogue of data elements, fetched once a visit: it is small and every page names elements by it. */
export function useCatalogue() {
  function load(): Promise<DataElement[]> {
    asking ??= api.elements().then(found => {
      const offered = found.filter(element => !element.retired)
      elements.value = offered
      all.value = found
      byCode.value = new Map(found.map(element => [element.code, element]))
      return offered
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

  /** After a change of a code list. */
  function reloadList(code: string): Promise<CodeList> {
    askedLists.delete(code)
    return loadList(code)
  }

  return {
    /** What may be chosen, without what is retired. */
    elements,
    /** Retired ones too. */
    all,
    load, reload, loadList, reloadList,
    /** Retired or not, by its code, or by a path over a link (`guardian/person.mobile`). */
    element: (path: string) => byCode.value.get(path.split('/').pop() ?? path),
    list: (code: string) => lists.get(code),
  }
}
