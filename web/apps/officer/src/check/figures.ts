import type { Check, OnceOnly, QuestionNumbers } from '../api/types'

/** In the order of the bar: what needs nothing stands first, what is asked last. */
export const STANDINGS = ['held', 'derived', 'heldOld', 'contested', 'unknown'] as const
export type Standing = typeof STANDINGS[number]

/** People who are not asked this question: the value is valid, follows from another, or is being decided on. */
export function notAsked(question: QuestionNumbers): number {
  return question.held + question.derived + question.contested
}

export interface Sentence {
  questions: number
  /** Questions that most people are not asked. */
  known: number
  /** The share of people, over those questions, who are not asked, from 0 to 1. */
  share: number
  population: number
  /** How many questions other running applications ask too, and which applications those are. */
  asksToo: number
  others: OnceOnly['questions'][number]['alsoAskedBy']
}

/** The figures of the sentence above the once-only check. */
export function sentenceOf({ population, questions }: OnceOnly): Sentence {
  const known = population === 0 ? [] : questions.filter(question => notAsked(question) * 2 >= population)
  const sum = known.reduce((total, question) => total + notAsked(question), 0)
  const askedToo = questions.filter(question => question.alsoAskedBy.length > 0)
  const others = new Map(askedToo.flatMap(question => question.alsoAskedBy).map(other => [other.application, other]))
  return {
    questions: questions.length,
    known: known.length,
    share: known.length === 0 ? 0 : sum / (known.length * population),
    population,
    asksToo: askedToo.length,
    others: [...others.values()],
  }
}

export const errorsIn = (check: Check | undefined) => (check?.findings ?? []).filter(finding => finding.severity === 'error')
export const warningsIn = (check: Check | undefined) => (check?.findings ?? []).filter(finding => finding.severity === 'warning')
