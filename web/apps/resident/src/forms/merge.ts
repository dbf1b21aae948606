import type { Typing } from '@hutong/form-ui'
import type { Answers, Json } from '@hutong/api'

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether two windows show the same typing. */
export const sameTyping = (a: Typing, b: Typing): boolean =>
  JSON.stringify([sorted(a.answers), [...a.confirmed].sort()]) === JSON.stringify([sorted(b.answers), [...b.confirmed].sort()])

const sorted = (answers: Answers): [string, Json][] => Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * Puts two people's worth of typing into one, question by question: what only one side changed since they parted is taken from that side.
 *
 * @returns nothing when both changed the same question to different answers; then the person has to choose
 */
export function mergeAnswers(before: Answers, mine: Answers, theirs: Answers): Answers | undefined {
  const merged: Answers = {}
  for (const id of new Set([...Object.keys(before), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const untouched = same(mine[id], before[id])
    if (!untouched && !same(theirs[id], before[id]) && !same(mine[id], theirs[id])) return undefined
    const taken = untouched ? theirs[id] : mine[id]
    if (taken !== undefined) merged[id] = taken
  }
  return merged
}
