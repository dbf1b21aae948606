import type { FilledForm, Json, Question, QuestionState } from '@hutong/api'
import type { Filling } from './filling'

/** One value that is not what the person saw when the form was opened. */
export interface Conflict {
  question: Question
  now: QuestionState
  /** What this person typed or saw; undefined when it was masked and has to be typed. */
  mine: Json | undefined
  mineShown: string
  typed: boolean
  choice: 'theirs' | 'mine' | undefined
}

/** The named questions with what is held now and what this person has. */
export function conflictsIn(filling: Filling, fresh: FilledForm, questions: string[]): Conflict[] {
  return filling.items.value
    .filter(({ question }) => questions.includes(question.id))
    .map(({ question, state, typed }) => ({
      question,
      now: fresh.states[question.id] ?? { state: 'unknown' },
      mine: typed ?? state.value,
      mineShown: state.display ?? '',
      typed: typed !== undefined,
      choice: undefined,
    }))
}

/** Carries a choice into the answers, so that what is submitted next was seen. */
export function settleConflict(filling: Filling, { question, choice, mine, now }: Conflict): void {
  filling.answer(question.id, choice === 'mine' ? mine : undefined)
  if (choice === 'theirs' && now.state === 'heldOld') filling.confirm(question.id, true)
}
