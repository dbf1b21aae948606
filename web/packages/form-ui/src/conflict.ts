import type { FilledForm, Json, Question, QuestionState } from '@hutong/api'
import type { Filling } from './filling'

/** One value that is not what the person saw when the form was opened. */
export interface Conflict {
  question: Question
  now: QuestionState
  mine: Json | undefined
  mineShown: string
  typed: boolean
  choice: 'theirs' | 'mine' | undefined
}

/** The named questions with what is held now and what this person has. */
export function conflictsIn(filling: Filling, fresh: FilledForm, questions: string[]): Conflict[] {
  return filling.all.value
    .filter(({ question }) => questions.includes(question.id))
    .map(({ question, state }) => {
      const typed = filling.typed[question.id]
      return {
        question,
        now: fresh.states[question.id] ?? { state: 'unknown' },
        mine: typed ?? state.value,
        mineShown: state.display ?? '',
        typed: typed !== undefined,
        choice: undefined,
      }
    })
}

/** Carries the choices into the answers, so that what is submitted next was seen. */
export function settleConflicts(filling: Filling, conflicts: Conflict[]): void {
  for (const { question, choice, mine } of conflicts) {
    filling.answer(question.id, choice === 'mine' ? mine : undefined)
    if (choice === 'theirs' && filling.form.value.states[question.id]?.state === 'heldOld') filling.confirm(question.id, true)
  }
}
