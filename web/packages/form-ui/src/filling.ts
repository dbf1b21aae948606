import { computed, reactive, ref, shallowReactive, shallowRef, watch, type Ref } from 'vue'
import type { Answers, FilledForm, Json, Page, Question, QuestionState, SubmitForm } from '@hutong/api'
import { judge, type QuestionFault } from './logic'

/** What a question is to this person: known, to be confirmed because it is old, or to be answered. */
export type Part = 'known' | 'confirm' | 'ask'

export interface Item {
  question: Question
  page: Page
  state: QuestionState
  part: Part
}

/** What somebody has typed so far: the same on the device, on the server and between windows. */
export interface Typing {
  answers: Answers
  confirmed: string[]
}

export interface Step {
  id: string
  kind: 'start' | 'topic' | 'check'
  items: Item[]
}

const UNKNOWN: QuestionState = { state: 'unknown' }

function partOf(question: Question, state: QuestionState): Part {
  if (question.reuse === 'never') return 'ask'
  if (state.state === 'heldOld') return 'confirm'
  return state.state === 'unknown' ? 'ask' : 'known'
}

/**
 * One person filling one form. Typed answers are never deleted by logic: a question that is hidden and shown again still has what was
 * typed; only answers to relevant questions leave with the submission.
 */
export function useFilling(opened: FilledForm, typing: Typing | undefined, onePerPage: Ref<boolean>) {
  const form = shallowRef(opened)
  const typed = shallowReactive<Answers>({ ...typing?.answers })
  const confirmed = reactive(new Set<string>(typing?.confirmed))
  const revealed = reactive(new Set<string>())
  const said = ref<Record<string, string>>({})

  const all = computed<Item[]>(() =>
    form.value.definition.pages.flatMap((page) =>
      page.questions.map((question) => {
        const state = form.value.states[question.id] ?? UNKNOWN
        return { question, page, state, part: partOf(question, state) }
      }),
    ),
  )

  /** Prefill first, what was typed over it: the logic sees both. */
  const answers = computed<Answers>(() => {
    const whole: Answers = {}
    for (const { question, state, part } of all.value) {
      const given = typed[question.id] !== undefined ? typed[question.id] : part === 'ask' ? undefined : state.value
      if (given !== undefined) whole[question.id] = given
    }
    return whole
  })
  const judgement = computed(() => judge(form.value.definition, answers.value))
  const items = computed(() => all.value.filter(({ question }) => judgement.value.relevant.has(question.id)))
  const known = computed(() => items.value.filter(({ part }) => part === 'known'))
  const toDo = computed(() => items.value.filter(({ part }) => part !== 'known'))
  /** How many questions wait for this person, before they begin. */
  const waiting = computed(() => toDo.value.filter((item) => !settled(item)).length)

  const steps = computed<Step[]>(() => {
    const topics: Step[] = []
    for (const item of toDo.value) {
      const id = onePerPage.value ? item.question.id : item.page.id
      const last = topics.find((step) => step.id === id)
      if (last) last.items.push(item)
      else topics.push({ id, kind: 'topic', items: [item] })
    }
    return [{ id: 'start', kind: 'start', items: known.value }, ...topics, { id: 'check', kind: 'check', items: items.value }]
  })

  function settled({ question, part }: Item): boolean {
    return typed[question.id] !== undefined || (part === 'confirm' && confirmed.has(question.id))
  }

  function faultOf(item: Item): QuestionFault | undefined {
    const own = judgement.value.faults[item.question.id]
    if (own) return own
    if (item.part === 'confirm' && !settled(item)) return { code: 'confirm' }
    return undefined
  }

  const faultsIn = (some: Item[]): Item[] => some.filter((item) => faultOf(item) !== undefined)

  function answer(id: string, value: Json | undefined): void {
    if (value === undefined) delete typed[id]
    else typed[id] = value
    confirmed.delete(id)
    if (said.value[id]) {
      const { [id]: _gone, ...rest } = said.value
      said.value = rest
    }
  }

  function confirm(id: string, on: boolean): void {
    if (!on) confirmed.delete(id)
    else {
      delete typed[id]
      confirmed.add(id)
    }
  }

  /** Takes what another window typed. */
  function adopt(next: Typing): void {
    for (const id of Object.keys(typed)) if (!(id in next.answers)) delete typed[id]
    Object.assign(typed, next.answers)
    confirmed.clear()
    next.confirmed.forEach((id) => confirmed.add(id))
  }

  const snapshot = (): Typing => ({ answers: JSON.parse(JSON.stringify(typed)) as Answers, confirmed: [...confirmed] })

  /** The form again, after values or the version changed; returns the labels of typed answers that have no question any more. */
  function reopen(next: FilledForm): string[] {
    const before = new Map(all.value.map(({ question }) => [question.id, question]))
    form.value = next
    const now = new Set(all.value.map(({ question }) => question.id))
    const lost = Object.keys(typed).filter((id) => !now.has(id))
    return lost.map((id) => before.get(id)?.label.zh ?? '').filter(Boolean)
  }

  function submission(): SubmitForm {
    const body: SubmitForm = { version: form.value.version, answers: {}, confirmed: [], seen: {} }
    for (const { question, state, part } of items.value) {
      const given = typed[question.id]
      if (given !== undefined) body.answers[question.id] = JSON.parse(JSON.stringify(given)) as Json
      else if (part === 'confirm' && confirmed.has(question.id)) body.confirmed.push(question.id)
      if (state.seen) body.seen[question.id] = state.seen
    }
    return body
  }

  watch(form, () => (said.value = {}))

  return {
    form, typed, confirmed, revealed, said, all, answers, items, known, toDo, waiting, steps,
    settled, faultOf, faultsIn, answer, confirm, adopt, snapshot, reopen, submission,
  }
}

export type Filling = ReturnType<typeof useFilling>
