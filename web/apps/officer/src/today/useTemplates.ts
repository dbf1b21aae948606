import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { api } from '../api'
import { useSession } from '../session/session'

/** Makes a draft from a template in the post's own region and opens it. */
export function useTemplates() {
  const router = useRouter()
  const { noticeExpiry } = useSession()
  const making = ref('')
  const problem = ref<unknown>()

  async function use(template: string) {
    if (making.value !== '') return
    making.value = template
    problem.value = undefined
    try {
      const made = await api.createFromTemplate(template)
      await router.push({ name: 'edit', params: { id: made.id } })
    } catch (error) {
      problem.value = error
      noticeExpiry(error)
    } finally {
      making.value = ''
    }
  }

  return { making, problem, use }
}
