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

export const errorsIn = (check: Check | undefined) => (check?.findings ?? []).filter(finding => finding.severity === 'error')
export const warningsIn = (check: Check | undefined) => (check?.findings ?? []).filter(finding => finding.severity === 'warning')
