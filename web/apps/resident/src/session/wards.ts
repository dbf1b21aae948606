import { onMounted, shallowRef, type Ref } from 'vue'
import { residentApi, type MyWard } from '@hutong/api'
import { useSession } from './session'

const found = new Map<string, Promise<MyWard[]>>()

/** The minors whose guardian the resident is; none while it is not known, since every page works without them. */
export function useWards(): Ref<MyWard[]> {
  const session = useSession()
  const wards = shallowRef<MyWard[]>([])
  onMounted(async () => {
    const owner = session.owner
    if (!owner) return
    // Kept while the page is open: a right that has ended meanwhile is refused by the server.
    const asked = found.get(owner) ?? residentApi.wards()
    found.set(owner, asked)
    wards.value = await asked.catch(() => {
      found.delete(owner)
      return []
    })
  })
  return wards
}
