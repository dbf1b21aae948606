import { computed, ref } from 'vue'
import { defineStore } from 'pinia'
import { Problem, residentApi, type ResidentSession, type SignIn } from '@hutong/api'
import { forgetTyping } from '../forms/typingStore'
import { takeSession } from './early'

/** Who is signed in on this device. */
export const useSession = defineStore('session', () => {
  const current = ref<ResidentSession | null>()
  const expired = ref(false)
  const known = computed(() => current.value !== undefined)

  /** Names the person whose typing is kept on this device. */
  const owner = computed(() => current.value?.subject)

  async function load(): Promise<void> {
    try {
      current.value = await takeSession()
    } catch (error) {
      if (!(error instanceof Problem) || !error.signedOut) throw error
      current.value = null
    }
  }

  async function signIn(who: SignIn): Promise<void> {
    current.value = await residentApi.signIn(who)
    expired.value = false
  }

  async function signOut(): Promise<void> {
    const leaving = owner.value
    await residentApi.signOut().catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
    })
    if (leaving) await forgetTyping(leaving)
    current.value = null
  }

  /** The server no longer knows us; what was typed stays on the device until the same person is back. */
  function expire(): void {
    expired.value = current.value !== null
    current.value = null
  }

  return { current, expired, known, owner, load, signIn, signOut, expire }
})
