import type { FilledForm, Problem } from '@hutong/api'
import type FormPlayer from '../FormPlayer.vue'

/**
 * Shows at the questions why the server did not take a form; everything typed stays.
 *
 * @param open the form as it is now
 * @returns said: the questions say it all, with the form as it is now where that changed; not said: somebody else must say it
 */
export async function showRefusal(player: InstanceType<typeof FormPlayer> | null, refusal: Pick<Problem, 'code' | 'errors'>, open: () => Promise<FilledForm>): Promise<{ said: boolean; fresh?: FilledForm }> {
  if (refusal.code === 'invalid-answers') {
    player?.refuse(refusal.errors)
    return { said: true }
  }
  if (refusal.code !== 'value-changed' && refusal.code !== 'version-changed') return { said: false }
  const fresh = await open().catch(() => undefined)
  if (!fresh || fresh.submitted) return { said: false, fresh }
  if (refusal.code === 'version-changed') player?.carry(fresh)
  else if (!player?.conflict(fresh, refusal.errors.map(({ path }) => path))) return { said: false }
  return { said: true, fresh }
}
