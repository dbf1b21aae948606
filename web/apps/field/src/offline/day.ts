import { ref, shallowReactive } from 'vue'
import { Problem, type FilledForm } from '@hutong/api'
import { api, type Task, type Today } from '../api'
import { DONE } from '../queue/done'
import { drop, get, names, put } from '../queue/shelf'
import { MOST_FORMS, untilEndOfTomorrow } from './limits'

/** What a worker takes along for the day: the lists and the forms of the tasks in them, sealed on the phone. */

interface Along<T> {
  value: T
  /** When it was as the server has it. */
  at: string
  until: number
}

/** A form that is here for longer is fetched anew while there is a line. */
const STALE = 6 * 3_600_000
const LISTS = 'today|'
const FORMS = 'form|'
const dayOf = (login: string, post: string): string => `${LISTS}${login}|${post}`
type Place = Pick<Task, 'application' | 'form' | 'person'>
const formOf = (login: string, { application, form, person }: Place): string => `${FORMS}${login}|${application}|${form}|${person}`

/** How many forms are on the phone, of how many that shall be. */
export const along = ref({ kept: 0, of: 0 })
/** Whose forms are on the phone. */
const here = shallowReactive(new Set<string>())
export const hasForm = (login: string, task: Place): boolean => here.has(formOf(login, task))
/** Raised when everything is thrown away, so that nothing is put after it. */
let turn = 0
let taking = false
/** A list that came while the forms of the one before were being fetched. */
let next: { login: string; today: Today } | undefined

async function fresh<T>(name: string): Promise<Along<T> | undefined> {
  const kept = await get<Along<T>>(name)
  if (kept === undefined) return undefined
  if (kept.until >= Date.now()) return kept
  await drop(name)
  return undefined
}

const putAlong = (name: string, value: unknown): Promise<boolean> =>
  put(name, { value, at: new Date().toISOString(), until: untilEndOfTomorrow(Date.now()) } satisfies Along<unknown>)

export const keepList = (login: string, post: string, today: Today): Promise<boolean> => putAlong(dayOf(login, post), today)
export const keptList = (login: string, post: string): Promise<Along<Today> | undefined> => fresh<Today>(dayOf(login, post))
export async function keepForm(login: string, task: Place, form: FilledForm): Promise<void> {
  await putAlong(formOf(login, task), form)
  here.add(formOf(login, task))
}
/** Finds the forms that an earlier run of the app has left here. */
export async function lookAround(login: string): Promise<void> {
  for (const name of await names(`${FORMS}${login}|`)) here.add(name)
}
export const keptForm = (login: string, task: Place): Promise<Along<FilledForm> | undefined> => fresh<FilledForm>(formOf(login, task))

/** Whose form it is once only, doors first: that is where the line is missing. */
export function wanted({ stops, calls }: Today): Task[] {
  const all = [...stops.flatMap(({ tasks }) => tasks), ...calls]
  return [...new Map(all.map((task) => [formOf('', task), task])).values()]
}

/** Fetches the first forms of the list that are not here yet, one after another, and throws away what is no longer in it. */
export async function takeForms(login: string, today: Today): Promise<void> {
  if (taking) {
    next = { login, today }
    return
  }
  taking = true
  const mine = turn
  try {
    const all = wanted(today)
    const listed = new Set(all.map((task) => formOf(login, task)))
    const tasks = all.slice(0, MOST_FORMS)
    for (const name of await names(`${FORMS}${login}|`)) {
      if (listed.has(name)) here.add(name)
      else await dropForm(name)
    }
    along.value = { kept: 0, of: tasks.length }
    for (const task of tasks) {
      const kept = await keptForm(login, task)
      if (!kept || Date.parse(kept.at) < Date.now() - STALE) await takeForm(login, task, () => mine === turn)
      if (mine !== turn) return
      if (hasForm(login, task)) along.value = { ...along.value, kept: along.value.kept + 1 }
      if (next) break
    }
  } catch {
    // No line: what is here is here, the rest follows with the next look at the list.
  } finally {
    taking = false
  }
  const following = next
  next = undefined
  if (following && mine === turn) await takeForms(following.login, following.today)
}

async function dropForm(name: string): Promise<void> {
  here.delete(name)
  await drop(name)
}

async function takeForm(login: string, task: Task, still: () => boolean): Promise<void> {
  try {
    const form = await api.form(task.application, task.form, task.person, 'in-person')
    if (still()) await keepForm(login, task, form)
  } catch (error) {
    if (!(error instanceof Problem) || error.signedOut || error.status >= 429) throw error
  }
}

/** At signing out nothing of this stays. */
export async function forgetDays(): Promise<void> {
  turn++
  next = undefined
  here.clear()
  along.value = { kept: 0, of: 0 }
  for (const prefix of [LISTS, FORMS, DONE]) for (const name of await names(prefix)) await drop(name)
}

/** Another account on the same phone sees and leaves nothing of the one before; what is over goes too. */
export async function forgetDaysOfOthers(login: string): Promise<void> {
  for (const prefix of [LISTS, FORMS, DONE]) {
    for (const name of await names(prefix)) {
      if (!`${name}|`.startsWith(`${prefix}${login}|`)) await drop(name)
      else await fresh(name)
    }
  }
}
