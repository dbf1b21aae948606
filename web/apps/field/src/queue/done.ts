import { shallowRef } from 'vue'
import type { Localised } from '@hutong/api'
import type { Means, Outcome } from '../api'
import { untilEndOfTomorrow } from '../offline/limits'
import { get, put } from './shelf'

/** What was recorded on this phone today, so that each can be looked at, sent or not; attempts can be taken back, forms not. */
export interface Done {
  attempts: { key: string; task: string; name: string }[]
  means: Means
  outcome: Outcome
  at: string
  /** The door, when it was at one. */
  where?: string
  /** The last try to take it back did not succeed. */
  failed?: boolean
  /** A form that was filled in for the person; the receipt once the server has it. */
  filled?: { work: string; title: Localised; receipt?: string }
}

interface Kept {
  items: Done[]
  until: number
}

/** Values of this kind go with the day's lists at signing out. */
export const DONE = 'done|'
const DAY = 86_400_000
const ZONE_OFFSET = 8 * 3_600_000

/** The day by the clock of the town. */
const dayOf = (time: number): number => Math.floor((time + ZONE_OFFSET) / DAY)

/** What of it is of today, the last first. */
export const ofToday = (items: readonly Done[], now: number): Done[] => items.filter(({ at }) => dayOf(Date.parse(at)) === dayOf(now))

/** Without what was taken back; an entry of which nothing is left goes. */
export function without(items: readonly Done[], keys: ReadonlySet<string>): Done[] {
  return items.map((one) => ({ ...one, attempts: one.attempts.filter(({ key }) => !keys.has(key)) })).filter(({ attempts }) => attempts.length > 0)
}

/** With a form that was filled in, which takes the place of the same form: it was sent meanwhile, or put right. */
export const withFilled = (items: readonly Done[], one: Done): Done[] => [one, ...items.filter(({ filled }) => !filled || filled.work !== one.filled?.work)]

const done = shallowRef<Done[]>([])
let whose = ''

async function of(login: string): Promise<void> {
  if (whose === login) return
  whose = login
  done.value = []
  const kept = await get<Kept>(`${DONE}${login}`)
  if (whose === login) done.value = ofToday([...done.value, ...(kept?.items ?? [])], Date.now())
}

async function set(login: string, next: Done[]): Promise<void> {
  done.value = ofToday(next, Date.now())
  await put(`${DONE}${login}`, { items: done.value, until: untilEndOfTomorrow(Date.now()) } satisfies Kept)
}

export function useDone() {
  return {
    done,
    /** Whose they are; brings back what an earlier run of the app has left. */
    of,
    async add(login: string, one: Done): Promise<void> {
      await of(login)
      await set(login, [one, ...done.value])
    },
    async fill(login: string, one: Done): Promise<void> {
      await of(login)
      await set(login, withFilled(done.value, one))
    },
    /** A form that is not wanted after all. */
    async unfill(login: string, work: string): Promise<void> {
      await of(login)
      await set(login, done.value.filter(({ filled }) => filled?.work !== work))
    },
    async remove(login: string, keys: ReadonlySet<string>): Promise<void> {
      await set(login, without(done.value, keys))
    },
    async failed(login: string, one: Done): Promise<void> {
      await set(login, done.value.map((other) => (other.attempts[0]?.key === one.attempts[0]?.key ? { ...other, failed: true } : other)))
    },
    forget(): void {
      whose = ''
      done.value = []
    },
  }
}
