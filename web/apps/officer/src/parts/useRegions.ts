import { reactive } from 'vue'
import { api } from '../api'
import type { Region } from '../api/types'

const known = reactive(new Map<string, Region>())
const asked = new Map<string, Promise<Region>>()

/** Another post sees other regions. */
export function forgetRegions(): void {
  known.clear()
  asked.clear()
}

/** Regions seen so far; the tree is asked for step by step as somebody walks it. */
export function useRegions() {
  function load(code: string): Promise<Region> {
    let asking = asked.get(code)
    if (asking === undefined) {
      asking = api.region(code).then(region => {
        known.set(code, region)
        return region
      })
      asking.catch(() => asked.delete(code))
      asked.set(code, asking)
    }
    return asking
  }

  return { known, load }
}
