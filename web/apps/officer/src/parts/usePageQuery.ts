import { computed } from 'vue'
import { useRoute } from 'vue-router'

/** The page of a list as the address has it: counted from 1 there, from 0 for the server. */
export function usePageQuery() {
  const route = useRoute()
  return computed(() => {
    const page = Number(route.query.page ?? 1)
    return Number.isInteger(page) && page > 0 ? page - 1 : 0
  })
}
