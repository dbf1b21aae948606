import type { Means, Outcome, Task, Today, Visit, VisitResult } from '../api'

/** An attempt that waits on the phone, with whose it is and what to call it there. */
export interface Waiting extends Visit {
  login: string
  name: string
  /** Why the server did not keep it, in its words. */
  refused?: string
}

/** Outcomes after which nobody has to be tried again. */
const ENDING: readonly Outcome[] = ['done', 'refused', 'away-for-long', 'unknown-here', 'moved', 'empty', 'dead']

export const ends = (outcome: Outcome): boolean => ENDING.includes(outcome)

/** The attempts of one account that can be sent, oldest first. */
export const sendable = (waiting: readonly Waiting[], login: string): Waiting[] => waiting.filter((one) => one.login === login && one.refused === undefined)

/** What is left after the server has answered: what it kept goes, what it refused stays and says why. */
export function settle(waiting: readonly Waiting[], results: readonly VisitResult[]): Waiting[] {
  const byKey = new Map(results.map((result) => [result.key, result]))
  return waiting.flatMap((one) => {
    const result = byKey.get(one.key)
    if (!result) return [one]
    return result.problem ? [{ ...one, refused: result.detail ?? result.problem }] : []
  })
}

/** Just the visit, without what only this phone needs. */
export function visitOf({ login: _login, name: _name, refused: _refused, ...visit }: Waiting): Visit {
  return visit
}

/** Which form of whom a task is about. */
export const placeOf = ({ application, form, person }: Pick<Task, 'application' | 'form' | 'person'>): string => `${application}|${form}|${person}`

export interface Shown {
  calls: Task[]
  later: Task[]
  stops: Today['stops']
}

/**
 * The day's lists as they stand on this phone: what was done here and is not yet known there is taken into account.
 *
 * @param filled the forms that wait to be sent
 */
export function shown(today: Today, waiting: readonly Waiting[], filled: ReadonlySet<string> = new Set()): Shown {
  const done = new Map<string, Waiting[]>()
  for (const one of waiting) if (one.refused === undefined) done.set(one.task, [...(done.get(one.task) ?? []), one])
  const over = (task: Task) => filled.has(placeOf(task)) || done.get(task.id)?.some(({ outcome }) => ends(outcome)) === true
  const called = (task: Task): Task => {
    const attempts = done.get(task.id) ?? []
    const vain = (means: Means, ...outcomes: Outcome[]) => attempts.filter((one) => one.means === means && outcomes.includes(one.outcome)).length
    return { ...task, calls: task.calls + vain('phone', 'no-answer', 'busy', 'wrong-number'), nobodyThere: task.nobodyThere + vain('door', 'nobody-there') }
  }
  const again = (task: Task) => done.get(task.id)?.filter(({ outcome }) => outcome === 'call-again').slice(-1)[0]?.callAgainAt
  const open = today.calls.filter((task) => !over(task)).map(called)
  return {
    calls: open.filter((task) => again(task) === undefined),
    later: [...today.later.filter((task) => !over(task)), ...open.filter((task) => again(task) !== undefined).map((task) => ({ ...task, notBefore: again(task) }))],
    stops: today.stops
      .map((stop) => ({ ...stop, tasks: stop.tasks.filter((task) => !over(task)).map(called) }))
      .filter((stop) => stop.tasks.length > 0),
  }
}
