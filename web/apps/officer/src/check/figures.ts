import type { Check, OnceOnly, QuestionNumbers } from '../api/types'

/** In the order of the bar: what needs nothing stands first, what is asked last. */
export const STANDINGS = ['held', 'derived', 'heldOld', 'contested', 'unknown'] as const
export type Standing = typeof STANDINGS[number]

/** How many questions other running applications ask too, and which applications those are, each once. */
export function askedToo({ questions }: OnceOnly): { questions: number; others: QuestionNumbers['alsoAskedBy'] } {
  const too = questions.filter(question => question.alsoAskedBy.length > 0)
  const others = new Map(too.flatMap(question => question.alsoAskedBy).map(other => [other.application, other]))
  return { questions: too.length, others: [...others.values()] }
}

/** Titles of other applications, each once, with how many are called so. */
export function titlesOf(others: QuestionNumbers['alsoAskedBy'], say: (title: QuestionNumbers['label']) => string): { title: string; times: number }[] {
  const times = new Map<string, number>()
  for (const other of others) times.set(say(other.title), (times.get(say(other.title)) ?? 0) + 1)
  return [...times].map(([title, count]) => ({ title, times: count }))
}

/** What the application costs its people: who is contacted, how many questions are put to each on average, and how many to hardly anybody. */
export interface Effort {
  people: number
  /** Of one person on average, to a tenth; no more than 0 only when nobody is asked anything. */
  asked: number
  /** Questions of which at least half of the people have the answer on file. */
  known: number
}

/** From the figures of the check: what is old is asked for confirmation, what is contested is not asked meanwhile. */
export function effortOf({ population, questions, heldQuestions }: OnceOnly): Effort {
  const asked = questions.reduce((sum, question) => sum + question.heldOld + question.unknown, 0)
  const each = population === 0 ? 0 : asked / population
  return { people: population, asked: asked === 0 ? 0 : Math.max(0.1, Math.round(each * 10) / 10), known: heldQuestions }
}

export const errorsIn = (check: Check | undefined) => (check?.findings ?? []).filter(finding => finding.severity === 'error')
export const warningsIn = (check: Check | undefined) => (check?.findings ?? []).filter(finding => finding.severity === 'warning')
