import { computed, reactive, ref, shallowRef, type Ref } from 'vue'
import type { Answers, FilledForm, Json, Page, Question, QuestionState, SubmitForm } from '@hutong/api'
import { createForm, type Fault, type FormEngine, type QuestionDefinition } from '@hutong/form-engine'

/** What a question is to this person: known, to be confirmed because it is old, or to be answered. */
export type Part = 'known' | 'confirm' | 'ask'

export interface Item {
  question: Question
  page: Page
  state: QuestionState
  part: Part
  typed: Json | undefined
  confirmed: boolean
  faults: readonly Fault[]
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

/** A fault of what was settled before and is left alone is nothing this person has to mend. */
const counts = (item: Item): boolean => item.part !== 'known' || item.typed !== undefined

/** One person filling one form, page by page. What is relevant, asked and wrong is decided by the engine. */
export function useFilling(opened: FilledForm, typing: Typing | undefined, onePerPage: Ref<boolean>) {
  const form = shallowRef(opened)
  const engine = shallowRef(engineFor(opened, typing))
  const turn = ref(0)
  /** Old values whose question was opened again. */
  const revealed = reactive(new Set<string>())
  /** What the server said about an answer, until it is typed anew. */
  const said = ref<Record<string, string>>({})

  const items = computed<Item[]>(() => {
    void turn.value
    const pages = new Map(form.value.definition.pages.flatMap((page) => page.questions.map((question) => [question.id, { page, question }] as const)))
    return engine.value
      .view()
      .filter((view) => view.relevant)
      .map(({ question: { id }, state, asked, typed, confirmed, faults }) => ({
        ...pages.get(id)!,
        state: state === 'unknown' ? UNKNOWN : form.value.states[id]!,
        part: !asked ? 'known' : state === 'heldOld' ? 'confirm' : 'ask',
        typed,
        confirmed,
        faults,
      }))
  })
  const known = computed(() => items.value.filter(({ part }) => part === 'known'))
  const toDo = computed(() => items.value.filter(({ part }) => part !== 'known'))

  /** What was said last time and may simply still be so; empty when something has to be answered that nobody has said yet. */
  const maybeUnchanged = computed(() => {
    const old = toDo.value.filter(({ part }) => part === 'confirm')
    return toDo.value.some(({ part, question }) => part === 'ask' && question.required) ? [] : old
  })

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

  const find = (id: string): Item | undefined => items.value.find(({ question }) => question.id === id)
  const settled = (item: Item): boolean => item.typed !== undefined || item.confirmed
  const faultOf = (item: Item): Fault | undefined => (counts(item) ? item.faults[0] : undefined)
  const faultsIn = (some: Item[]): Item[] => some.filter((item) => faultOf(item) !== undefined)

  function unsay(id: string): void {
    if (!(id in said.value)) return
    const { [id]: _gone, ...rest } = said.value
    said.value = rest
  }

  function answer(id: string, value: Json | undefined): void {
    engine.value.confirm(id, false)
    if (value === undefined) engine.value.clear(id)
    else engine.value.setAnswer(id, value)
    unsay(id)
    turn.value++
  }

  function confirm(id: string, on: boolean): void {
    if (on) engine.value.clear(id)
    engine.value.confirm(id, on)
    unsay(id)
    turn.value++
  }

  /** Says of everything old that it is still so. */
  function confirmAll(): void {
    for (const { question } of maybeUnchanged.value) {
      if (!find(question.id)?.typed) engine.value.confirm(question.id, true)
    }
    turn.value++
  }

  const snapshot = (): Typing => JSON.parse(JSON.stringify(engine.value.draft())) as Typing

  /** Takes what another window or device has. */
  function adopt(next: Typing): void {
    engine.value = engineFor(form.value, next)
  }

  /** The form as it is now, with everything typed so far; returns the questions that it no longer has. */
  function reopen(next: FilledForm): Question[] {
    const before = form.value.definition.pages.flatMap((page) => page.questions)
    const fresh = engineFor(next, snapshot())
    form.value = next
    engine.value = fresh
    said.value = {}
    return before.filter(({ id }) => fresh.strays.includes(id))
  }

  function submission(): SubmitForm {
    const seen = items.value.flatMap(({ question, state }) => (state.seen ? [[question.id, state.seen]] : []))
    return { version: form.value.version, ...engine.value.submission(), seen: Object.fromEntries(seen) }
  }

  return { form, turn, revealed, said, items, known, toDo, maybeUnchanged, steps, find, settled, faultOf, faultsIn, answer, confirm, confirmAll, adopt, snapshot, reopen, submission }
}

function engineFor(form: FilledForm, typing: Typing | undefined): FormEngine {
  return createForm(form.definition as { pages: { questions: QuestionDefinition[] }[] }, {
    states: form.states,
    typed: typing?.answers,
    confirmed: typing?.confirmed,
    day: form.day,
    codeLists: form.codeLists,
  })
}

export type Filling = ReturnType<typeof useFilling>
