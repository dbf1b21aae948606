import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import type { Answers, FilledForm, Json, Localised, Page, Question, QuestionState, SubmitForm } from '@hutong/api'
import { createForm, type Fault, type FormEngine, type QuestionDefinition, type QuestionView, type RowView } from '@hutong/form-engine'

/** What a question is to this person: known, to be confirmed because it is old, to be answered, or worked out from other answers. */
export type Part = 'known' | 'confirm' | 'ask' | 'calculated'

export interface Item {
  question: Question
  page: Page
  state: QuestionState
  part: Part
  typed: Json | undefined
  confirmed: boolean
  /** There is no answer to be had, as somebody said who fills in for the person. */
  notKnown: boolean
  faults: readonly Fault[]
  /** The effective answer, as far as it is known here. */
  value: Json | undefined
  /** Of a table: the rows that count. */
  rows?: readonly RowView[]
}

/** What somebody has typed so far: the same on the device, on the server and between windows. */
export interface Typing {
  answers: Answers
  confirmed: string[]
  /** Questions without an answer to be had; only from who fills in for somebody at work. */
  notKnown?: string[]
}

export interface Step {
  id: string
  kind: 'start' | 'topic' | 'check'
  items: Item[]
  /** Which part of a long topic it is, from 1. */
  part?: { at: number; of: number }
}

/** More questions at once are a burden to the eye and to a slow phone: a longer topic is asked in parts of like size. */
const MOST_AT_ONCE = 20

/** A table is as much work as ten questions. */
const burden = ({ kind }: Question): number => (kind === 'table' ? MOST_AT_ONCE / 2 : 1)

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

  const pages = computed(() => new Map(form.value.definition.pages.flatMap((page) => page.questions.map((question) => [question.id, { page, question }] as const))))
  /** An item stays the same object as long as its question does not change, so that only what changed is drawn anew. */
  let made = new WeakMap<QuestionView, Item>()
  watch(form, () => (made = new WeakMap()), { flush: 'sync' })

  function itemOf(view: QuestionView): Item {
    const before = made.get(view)
    if (before) return before
    const { question: { id, calculate }, state, asked, typed, confirmed, notKnown, faults, value, rows } = view
    const item: Item = {
      ...pages.value.get(id)!,
      state: state === 'unknown' ? UNKNOWN : form.value.states[id]!,
      part: calculate ? 'calculated' : !asked ? 'known' : state === 'heldOld' ? 'confirm' : 'ask',
      typed,
      confirmed,
      notKnown,
      faults,
      value,
      rows,
    }
    made.set(view, item)
    return item
  }

  const items = computed<Item[]>(() => {
    void turn.value
    return engine.value.view().filter((view) => view.relevant).map(itemOf)
  })
  const known = computed(() => items.value.filter(({ part }) => part === 'known'))
  const toDo = computed(() => items.value.filter(({ part }) => part === 'ask' || part === 'confirm'))

  /** What was said last time and may simply still be so; empty when something has to be answered that nobody has said yet. */
  const maybeUnchanged = computed(() => {
    const old = toDo.value.filter(({ part }) => part === 'confirm')
    return toDo.value.some(({ part, question }) => part === 'ask' && question.required) ? [] : old
  })

  /** The part of its topic that each question is in. Hidden questions count too, so that no question moves while another is answered. */
  const parts = computed(() => {
    const all = new Map<string, { at: number; of: number }>()
    for (const { questions } of form.value.definition.pages) {
      const open = questions.filter(({ id, calculate }) => calculate || ['unknown', 'heldOld'].includes(form.value.states[id]?.state ?? 'unknown'))
      const total = open.reduce((sum, question) => sum + burden(question), 0)
      const of = Math.ceil(total / MOST_AT_ONCE)
      let before = 0
      for (const question of open) {
        all.set(question.id, { at: Math.floor((before * of) / total) + 1, of })
        before += burden(question)
      }
    }
    return all
  })

  const steps = computed<Step[]>(() => {
    const topics = new Map<string, Step>()
    for (const item of items.value) {
      if (item.part === 'known') continue
      const part = parts.value.get(item.question.id) ?? { at: 1, of: 1 }
      const id = onePerPage.value && item.part !== 'calculated' ? item.question.id : part.at === 1 ? item.page.id : `${item.page.id}.${part.at}`
      const step = topics.get(id)
      if (step) step.items.push(item)
      else topics.set(id, { id, kind: 'topic', items: [item], ...(part.of > 1 && !onePerPage.value && { part }) })
    }
    // What is only worked out is nobody's question: it stands beside those that are asked.
    const asking = [...topics.values()].filter((step) => step.items.some((item) => item.part !== 'calculated'))
    return [{ id: 'start', kind: 'start', items: known.value }, ...asking, { id: 'check', kind: 'check', items: items.value }]
  })

  const find = (id: string): Item | undefined => items.value.find(({ question }) => question.id === id)
  const settled = (item: Item): boolean => item.typed !== undefined || item.confirmed || item.notKnown
  const faultOf = (item: Item): Fault | undefined => (counts(item) ? item.faults[0] : undefined)
  const faultsIn = (some: Item[]): Item[] => some.filter((item) => faultOf(item) !== undefined)

  function unsay(...ids: string[]): void {
    if (!ids.some((id) => id in said.value)) return
    said.value = Object.fromEntries(Object.entries(said.value).filter(([id]) => !ids.includes(id)))
  }

  function answer(id: string, value: Json | undefined): void {
    engine.value.confirm(id, false)
    engine.value.leave(id, false)
    if (value === undefined) engine.value.clear(id)
    else engine.value.setAnswer(id, value)
    unsay(id)
    turn.value++
  }

  function confirm(id: string, on: boolean): void {
    if (on) engine.value.clear(id)
    engine.value.leave(id, false)
    engine.value.confirm(id, on)
    unsay(id)
    turn.value++
  }

  /** Says that there is no answer to be had, or takes that back. */
  function leave(id: string, on: boolean): void {
    if (on) {
      engine.value.clear(id)
      engine.value.confirm(id, false)
      revealed.delete(id)
    }
    engine.value.leave(id, on)
    unsay(id)
    turn.value++
  }

  /** Says of everything old that it is still so. */
  function confirmAll(): void {
    for (const { question } of maybeUnchanged.value) {
      if (find(question.id)?.typed) continue
      engine.value.leave(question.id, false)
      engine.value.confirm(question.id, true)
    }
    turn.value++
  }

  /** The row that is open, by table. */
  const openRow = reactive<Record<string, string | undefined>>({})

  function setCell(table: string, row: string, column: string, value: Json | undefined): void {
    engine.value.setCell(table, row, column, value)
    unsay(table, `${table}/${row}/${column}`)
    turn.value++
  }

  /** Adds a row and opens it, or puts one back where it stood. */
  function addRow(table: string, row: string, cells?: Record<string, Json>, position?: number): void {
    engine.value.addRow(table, row, cells, position)
    openRow[table] = row
    unsay(table)
    turn.value++
  }

  /** @return what is needed to put it back */
  function removeRow(table: string, row: string): { cells: Record<string, Json>; position: number } {
    const typed = engine.value.draft().answers[table] as { id: string; cells: Record<string, Json> }[]
    const position = (engine.value.question(table).rows ?? []).filter(({ held }) => !held).findIndex(({ id }) => id === row)
    const { cells } = typed.find(({ id }) => id === row)!
    engine.value.removeRow(table, row)
    if (openRow[table] === row) openRow[table] = undefined
    unsay(table)
    turn.value++
    return { cells, position }
  }

  const snapshot = (): Typing => JSON.parse(JSON.stringify(engine.value.draft())) as Typing

  /** Takes what another window or device has. */
  function adopt(next: Typing): void {
    engine.value = engineFor(form.value, next)
  }

  /** The form as it is now, with everything typed so far; returns what the questions and columns were called that it no longer has. */
  function reopen(next: FilledForm): Localised[] {
    const before = form.value.definition.pages.flatMap((page) => page.questions).flatMap((question) => [
      { id: question.id, label: question.label },
      ...(question.columns ?? []).map(({ id, label }) => ({ id: `${question.id}.${id}`, label: under(question.label, label) })),
    ])
    const fresh = engineFor(next, snapshot())
    form.value = next
    engine.value = fresh
    said.value = {}
    return before.filter(({ id }) => fresh.strays.includes(id)).map(({ label }) => label)
  }

  function submission(): SubmitForm {
    const seen = items.value.flatMap(({ question, state }) => (state.seen ? [[question.id, state.seen]] : []))
    return { version: form.value.version, ...engine.value.submission(), seen: Object.fromEntries(seen) }
  }

  return { form, turn, revealed, said, items, known, toDo, maybeUnchanged, steps, find, settled, faultOf, faultsIn, answer, confirm, leave, confirmAll, openRow, setCell, addRow, removeRow, adopt, snapshot, reopen, submission }
}

const under = (table: Localised, column: Localised): Localised => ({ zh: `${table.zh} · ${column.zh}`, en: `${table.en ?? table.zh} · ${column.en ?? column.zh}` })

function engineFor(form: FilledForm, typing: Typing | undefined): FormEngine {
  return createForm(form.definition as { pages: { questions: QuestionDefinition[] }[] }, {
    states: form.states,
    typed: typing?.answers,
    confirmed: typing?.confirmed,
    notKnown: typing?.notKnown,
    day: form.day,
    codeLists: form.codeLists,
  })
}

export type Filling = ReturnType<typeof useFilling>
