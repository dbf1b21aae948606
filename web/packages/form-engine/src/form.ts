import { compareValues, evaluate, literalAs, questionsIn, type Criterion, type Facts, type KindedValue } from './criterion.ts'
import { parseDay, type DayNumber } from './days.ts'
import { fault, type Fault } from './fault.ts'
import { compilePattern } from './pattern.ts'
import { readValue, type Json, type Value, type ValueKind } from './value.ts'

/** How much a question is answered by what is held. */
export type State = 'held' | 'heldOld' | 'contested' | 'derived' | 'unknown'

/** The parts of a question that the engine reads; whatever else it has is passed through. */
export interface QuestionDefinition {
  id: string
  kind: ValueKind
  codeList?: string
  options?: { code: string }[]
  required: boolean
  visible?: unknown
  constraints?: { criterion: unknown }[]
  min?: number | string
  max?: number | string
  maxLength?: number
  pattern?: string
  reuse?: 'held' | 'never'
}

export interface Definition<Q extends QuestionDefinition = QuestionDefinition> {
  pages: { questions: Q[] }[]
}

export interface FormInput {
  /** What is held, by question, as the server sent it: encrypted values and those of other people come with a state and no value. */
  states?: Record<string, { state: State; value?: Json } | undefined>
  /** What was typed before, by question; null says "not answered" even where a value is held. */
  typed?: Record<string, Json>
  /** The questions whose held values were confirmed before. */
  confirmed?: Iterable<string>
  /** The evaluation day in the business zone, yyyy-mm-dd. */
  day: string
  /** The items of the code lists that questions name. A list that is not here is left to the server. */
  codeLists?: Record<string, { items: { code: string }[] } | undefined>
  /** Facts for rules that name elements, regions or links, where the server has not settled those. */
  facts?: Facts
}

/** One question as it stands. A new object is made only when something in it changed. */
export interface QuestionView<Q extends QuestionDefinition = QuestionDefinition> {
  readonly question: Q
  /** Shown, validated, submitted. */
  readonly relevant: boolean
  readonly required: boolean
  readonly state: State
  /** Whether the form has to ask, to answer or to confirm. */
  readonly asked: boolean
  /** The effective answer; undefined when not answered, not relevant, or held and not told. */
  readonly value: Value | undefined
  /** What was typed, kept while hidden; undefined when nothing was. */
  readonly typed: Json | undefined
  readonly confirmed: boolean
  /** What stops a submission. `answer-constraint` names the constraint by its index. */
  readonly faults: readonly Fault[]
}

export interface FormEngine<Q extends QuestionDefinition = QuestionDefinition> {
  /** Types an answer; null for "not answered" in place of what is held. @throws Error for a question that the form has not */
  setAnswer(id: string, value: Json): void
  /** Takes back what was typed, so that what is held counts again. */
  clear(id: string): void
  /** Confirms what is held (or takes that back). */
  confirm(id: string, yes?: boolean): void
  /** All questions in the order of the pages. */
  view(): readonly QuestionView<Q>[]
  /** One question. @throws Error for a question that the form has not */
  question(id: string): QuestionView<Q>
  /** The answers of relevant questions, by question. */
  effective(): Record<string, Value>
  /** The relevant questions that the resident has to answer or confirm. */
  toAsk(): readonly QuestionView<Q>[]
  /** Those of them without a valid answer or confirmation yet. */
  left(): readonly QuestionView<Q>[]
  /** What to send: the typed answers and confirmations of relevant questions. */
  submission(): { answers: Record<string, Json>; confirmed: string[] }
  /** Everything typed, hidden answers included: what a draft keeps. */
  draft(): { answers: Record<string, Json>; confirmed: string[] }
  /** Whether nothing stops a submission. */
  valid(): boolean
  /** Typed answers to no question of this form, as from a draft of an older version. */
  readonly strays: readonly string[]
}

/**
 * Evaluates a form in the browser as spec/forms.md says. The server evaluates everything again; this only advises.
 *
 * @throws Error when the definition has a cycle, which the server refuses to publish
 */
export function createForm<Q extends QuestionDefinition>(definition: Definition<Q>, input: FormInput): FormEngine<Q> {
  return new Form(definition, input)
}

const NO_FACTS: Facts = { value: () => undefined, region: () => undefined, linked: () => [] }
const ASKING: ReadonlySet<State> = new Set<State>(['unknown', 'heldOld'])

/** A question with what follows from the definition alone. */
interface Compiled<Q> {
  readonly question: Q
  readonly visible: Criterion
  readonly constraints: readonly Criterion[]
  readonly state: State
  readonly prefill: Value | undefined
  /** Held, but not told. */
  readonly withheld: boolean
  readonly min: Value | undefined
  readonly max: Value | undefined
  /** The questions whose visibility asks this one. */
  readonly shows: string[]
  /** The questions whose constraints ask this one. */
  readonly constrains: string[]
}

class Form<Q extends QuestionDefinition> implements FormEngine<Q> {
  readonly strays: readonly string[]
  private readonly day: DayNumber
  private readonly codes: Map<string, ReadonlySet<string>>
  private readonly compiled = new Map<string, Compiled<Q>>()
  private readonly order: string[]
  private readonly place = new Map<string, number>()
  private readonly typed = new Map<string, Json>()
  private readonly confirmed: Set<string>
  /** What each question came to, without constraints; then with them. */
  private readonly answered = new Map<string, QuestionView<Q>>()
  private readonly views = new Map<string, QuestionView<Q>>()
  private readonly facts: Facts

  constructor(definition: Definition<Q>, input: FormInput) {
    this.day = parseDay(input.day)
    this.codes = new Map(Object.entries(input.codeLists ?? {}).flatMap(([list, of]) => (of ? [[list, new Set(of.items.map((item) => item.code))]] : [])))
    this.confirmed = new Set(input.confirmed)
    const facts = input.facts ?? NO_FACTS
    this.facts = {
      value: (element) => facts.value(element),
      region: (relation) => facts.region(relation),
      linked: (link, on) => facts.linked(link, on),
      answer: (question) => this.answer(question),
    }
    const questions = definition.pages.flatMap((page) => page.questions)
    for (const question of questions) {
      this.compiled.set(question.id, this.compile(question, input))
    }
    for (const { question, visible, constraints } of this.compiled.values()) {
      questionsIn(visible).forEach((asked) => this.compiled.get(asked)?.shows.push(question.id))
      const asked = new Set(constraints.flatMap((constraint) => [...questionsIn(constraint)]))
      asked.forEach((id) => this.compiled.get(id)?.constrains.push(question.id))
    }
    this.order = inOrder(questions.map((question) => question.id), (id) => questionsIn(this.compiled.get(id)!.visible))
    this.order.forEach((id, i) => this.place.set(id, i))
    const strays: string[] = []
    for (const [id, json] of Object.entries(input.typed ?? {})) {
      if (this.compiled.has(id)) {
        this.typed.set(id, json)
      } else {
        strays.push(id)
      }
    }
    this.strays = strays
    this.refresh(this.order)
  }

  setAnswer(id: string, value: Json): void {
    this.known(id)
    this.typed.set(id, value)
    this.refresh([id])
  }

  clear(id: string): void {
    this.known(id)
    this.typed.delete(id)
    this.refresh([id])
  }

  confirm(id: string, yes = true): void {
    this.known(id)
    if (yes) {
      this.confirmed.add(id)
    } else {
      this.confirmed.delete(id)
    }
    this.refresh([id])
  }

  view(): readonly QuestionView<Q>[] {
    return [...this.compiled.keys()].map((id) => this.views.get(id)!)
  }

  question(id: string): QuestionView<Q> {
    this.known(id)
    return this.views.get(id)!
  }

  effective(): Record<string, Value> {
    return Object.fromEntries(this.view().flatMap((view) => (view.value === undefined ? [] : [[view.question.id, view.value]])))
  }

  toAsk(): readonly QuestionView<Q>[] {
    return this.view().filter((view) => view.asked)
  }

  left(): readonly QuestionView<Q>[] {
    return this.toAsk().filter((view) => view.faults.length > 0 || (view.typed === undefined && !view.confirmed))
  }

  submission(): { answers: Record<string, Json>; confirmed: string[] } {
    const relevant = this.view().filter((view) => view.relevant)
    return {
      answers: Object.fromEntries(relevant.flatMap((view) => (view.typed === undefined ? [] : [[view.question.id, view.typed]]))),
      confirmed: relevant.filter((view) => view.confirmed).map((view) => view.question.id),
    }
  }

  draft(): { answers: Record<string, Json>; confirmed: string[] } {
    return { answers: Object.fromEntries(this.typed), confirmed: [...this.confirmed] }
  }

  valid(): boolean {
    return this.view().every((view) => view.faults.length === 0)
  }

  private known(id: string): Compiled<Q> {
    const compiled = this.compiled.get(id)
    if (!compiled) {
      throw new Error(`the form has no question ${id}`)
    }
    return compiled
  }

  private compile(question: Q, input: FormInput): Compiled<Q> {
    const held = question.reuse === 'never' ? undefined : input.states?.[question.id]
    const read = held && held.state !== 'unknown' && held.value != null ? readValue(question.kind, held.value) : undefined
    const prefill = read && 'value' in read ? read.value : undefined
    const withheld = held !== undefined && held.state !== 'unknown' && held.value == null
    const limit = (json: number | string | undefined): Value | undefined =>
      json === undefined ? undefined : literalAs(question.kind, json, this.day)
    return {
      question,
      visible: (question.visible ?? { always: true }) as Criterion,
      constraints: (question.constraints ?? []).map((constraint) => constraint.criterion as Criterion),
      state: prefill === undefined && !withheld ? 'unknown' : held!.state,
      prefill,
      withheld,
      min: limit(question.min),
      max: limit(question.max),
      shows: [],
      constrains: [],
    }
  }

  private answer(id: string): KindedValue | undefined {
    const view = this.answered.get(id)
    if (view?.relevant && view.typed === undefined && this.compiled.get(id)!.withheld) {
      return { kind: view.question.kind, value: '', withheld: true }
    }
    return view?.value === undefined ? undefined : { kind: view.question.kind, value: view.value }
  }

  /** Evaluates some questions and everything that follows from a change of their answers, in the order of dependency. */
  private refresh(ids: readonly string[]): void {
    const open = new Set(ids)
    const recheck = new Set(ids)
    for (let i = Math.min(...ids.map((id) => this.place.get(id)!)); i < this.order.length && open.size > 0; i++) {
      const id = this.order[i]!
      if (!open.delete(id)) {
        continue
      }
      const compiled = this.compiled.get(id)!
      const before = this.answer(id)
      this.answered.set(id, this.evaluate(compiled))
      const after = this.answer(id)
      recheck.add(id)
      if (before?.value !== after?.value || before?.withheld !== after?.withheld) {
        compiled.shows.forEach((shown) => open.add(shown))
        compiled.constrains.forEach((constrained) => recheck.add(constrained))
      }
    }
    for (const id of recheck) {
      const view = this.withConstraints(this.answered.get(id)!)
      const before = this.views.get(id)
      this.views.set(id, before && sameView(before, view) ? before : view)
    }
  }

  private evaluate({ question, visible, state, prefill, withheld, min, max }: Compiled<Q>): QuestionView<Q> {
    const typed = this.typed.get(question.id)
    const relevant = evaluate(visible, this.facts, this.day) === 'true'
    const faults: Fault[] = []
    const value = !relevant ? undefined : typed === undefined ? prefill : this.read(question, typed, min, max, faults)
    const held = typed === undefined && (withheld || prefill !== undefined)
    const confirmed = held && this.confirmed.has(question.id)
    if (relevant && question.required && faults.length === 0) {
      if (value === undefined && !held) {
        faults.push(fault('answer-required'))
      } else if (held && !confirmed && state === 'heldOld') {
        faults.push(fault('answer-confirm'))
      }
    }
    const asked = relevant && ASKING.has(state)
    return { question, relevant, required: relevant && question.required, state, asked, value, typed, confirmed, faults }
  }

  private withConstraints(view: QuestionView<Q>): QuestionView<Q> {
    if (view.value === undefined) {
      return view
    }
    const broken = this.compiled.get(view.question.id)!.constraints.flatMap((constraint, i) =>
      evaluate(constraint, this.facts, this.day) === 'false' ? [fault('answer-constraint', i)] : [])
    return broken.length === 0 ? view : { ...view, faults: [...view.faults, ...broken] }
  }

  private read(question: Q, typed: Json, min: Value | undefined, max: Value | undefined, faults: Fault[]): Value | undefined {
    if (typed === null) {
      return undefined
    }
    const read = readValue(question.kind, typed)
    if ('fault' in read) {
      faults.push(read.fault)
      return undefined
    }
    const { value } = read
    if (min !== undefined && compareValues(question.kind, value, '>=', min) === 'false') {
      faults.push(fault('answer-min', String(min)))
    }
    if (max !== undefined && compareValues(question.kind, value, '<=', max) === 'false') {
      faults.push(fault('answer-max', String(max)))
    }
    if (question.maxLength !== undefined && typeof value === 'string' && [...value].length > question.maxLength) {
      faults.push(fault('answer-length', question.maxLength))
    }
    if (question.pattern !== undefined && typeof value === 'string' && compilePattern(question.pattern)?.(value) === false) {
      faults.push(fault('answer-pattern'))
    }
    if (question.kind === 'code' || question.kind === 'codes') {
      for (const code of typeof value === 'string' ? [value] : (value as string[])) {
        if (!this.hasOption(question, code)) {
          faults.push(fault('answer-option', code))
        }
      }
    }
    return value
  }

  private hasOption(question: Q, code: string): boolean {
    if (question.codeList !== undefined) {
      return this.codes.get(question.codeList)?.has(code) ?? true
    }
    return !question.options?.length || question.options.some((option) => option.code === code)
  }
}

/** Depth first in the given order, so that each stands after what it asks for. */
function inOrder(ids: readonly string[], asks: (id: string) => Iterable<string>): string[] {
  const order: string[] = []
  const done = new Map<string, boolean>()
  const visit = (id: string, path: string[]): void => {
    if (done.get(id) === false) {
      throw new Error(`cycle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`)
    }
    if (!done.has(id)) {
      done.set(id, false)
      for (const asked of asks(id)) {
        if (ids.includes(asked)) {
          visit(asked, [...path, id])
        }
      }
      done.set(id, true)
      order.push(id)
    }
  }
  ids.forEach((id) => visit(id, []))
  return order
}

function sameView(a: QuestionView, b: QuestionView): boolean {
  return (
    a.relevant === b.relevant && a.value === b.value && a.typed === b.typed && a.confirmed === b.confirmed &&
    a.faults.length === b.faults.length &&
    a.faults.every((one, i) => one.code === b.faults[i]!.code && one.args.join() === b.faults[i]!.args.join())
  )
}

