import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { useWords } from '@hutong/ui'
import { api } from '../api'
import { unnamed } from '../manifest/begin'
import { blankManifest } from '../manifest/edit'
import { BASICS } from '../manifest/place'
import { useSession } from '../session/session'

/** Stands for no template in `making`. */
export const BLANK = 'blank'

/** Makes a draft from a template, or from nothing, in the post's own region and opens it. */
export function useTemplates() {
  const router = useRouter()
  const { lang } = useWords()
  const { post, noticeExpiry } = useSession()
  const making = ref('')
  const problem = ref<unknown>()

  async function make(what: string, create: () => Promise<{ id: string }>, part?: string) {
    if (making.value !== '') return
    making.value = what
    problem.value = undefined
    try {
      const made = await create()
      await router.push({ name: 'edit', params: { id: made.id }, query: { part } })
    } catch (error) {
      problem.value = error
      noticeExpiry(error)
    } finally {
      making.value = ''
    }
  }

  const use = (template: string) => make(template, () => api.createFromTemplate(template))

  /** Without a template: what it is about comes first. */
  const useBlank = () => {
    const held = post.value
    return held ? make(BLANK, () => api.create(blankManifest(unnamed('title', lang.value), held.department, held.region.code)), BASICS) : undefined
  }

  return { making, problem, use, useBlank }
}
