import { computed, ref, watchEffect, type ComputedRef } from 'vue'
import { residentApi, type Localised } from '@hutong/api'
import { useSession } from './session'

export interface HelpPhone {
  place: Localised
  phone: string
}

/** Asked once per place; a place without a number has none here either. */
const numbers = ref<Record<string, string | undefined>>({})
const asked = new Set<string>()

async function ask(code: string): Promise<void> {
  if (asked.has(code)) return
  asked.add(code)
  try {
    numbers.value = { ...numbers.value, [code]: (await residentApi.region(code)).phone }
  } catch {
    // without an answer there is no number on the page; the next page asks again
    asked.delete(code)
  }
}

/** What the signed-in resident calls for help. */
export function useHelpPhone(): ComputedRef<HelpPhone | undefined> {
  const session = useSession()
  watchEffect(() => {
    if (session.current?.region) void ask(session.current.region.code)
  })
  return computed(() => {
    const place = session.current?.region
    const phone = place && numbers.value[place.code]
    return place && phone ? { place: place.name, phone } : undefined
  })
}
