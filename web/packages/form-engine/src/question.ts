import { asksOf, calculate, compileCalculation, type CompiledCalculation } from './calculation.ts'
import { compareValues, evaluate, literalAs, questionsIn, type Criterion, type Facts } from './criterion.ts'
import type { DayNumber } from './days.ts'
import type { FormInput, QuestionDefinition, QuestionView, State } from './definition.ts'
import { fault, type Fault } from './fault.ts'
import { compilePattern } from './pattern.ts'
import { readValue, type Json, type Value } from './value.ts'

const ASKING: ReadonlySet<State> = new Set<State>(['unknown', 'heldOld'])

/** A question or a column with what follows from the definition alone. */
export interface Compiled<Q extends QuestionDefinition = QuestionDefinition> {
  readonly question: Q
  readonly visible: Criterion
  readonly constraints: readonly Criterion[]
  readonly calculation: CompiledCalculation | undefined
  readonly state: State
  readonly prefill: Value | undefined
  /** Held, but not told. */
  readonly withheld: boolean
  readonly min: Value | undefined
  readonly max: Value | undefined
  readonly pattern: ((text: string) => boolean) | undefined
  /** What has to be evaluated before: it shows this, counts its rows or is calculated with. */
  readonly asks: ReadonlySet<string>
  /** What its constraints ask. */
  readonly checks: ReadonlySet<string>
  /** What is evaluated again when this changes. */
  readonly feeds: string[]
  /** What is checked again when this changes. */
  readonly constrains: string[]
}

export function compileQuestion<Q extends QuestionDefinition>(question: Q, states: FormInput['states'], day: DayNumber): Compiled<Q> {
  const held = question.reuse === 'never' ? undefined : states?.[question.id]
  const read = held && held.state !== 'unknown' && held.value != null ? readValue(question.kind, held.value) : undefined
  const prefill = read && 'value' in read ? read.value : undefined
  const withheld = held !== undefined && held.state !== 'unknown' && held.value == null
  const limit = (json: number | string | undefined): Value | undefined => (json === undefined ? undefined : literalAs(question.kind, json, day))
  const visible = (question.visible ?? { always: true }) as Criterion
  const constraints = (question.constraints ?? []).map((constraint) => constraint.criterion as Criterion)
  const calculation = question.calculate && compileCalculation(question.calculate)
  return {
    question,
    visible,
    constraints,
    calculation,
    state: prefill === undefined && !withheld ? 'unknown' : held!.state,
    prefill,
    withheld,
    min: limit(question.min),
    max: limit(question.max),
    pattern: question.pattern === undefined ? undefined : compilePattern(question.pattern),
    asks: new Set([...questionsIn(visible), ...(calculation ? asksOf(calculation) : []), ...(question.countFrom ? [question.countFrom] : [])]),
    checks: new Set(constraints.flatMap((constraint) => [...questionsIn(constraint)])),
    feeds: [],
    constrains: [],
  }
}

/** Says of each which others are evaluated and checked again when it changes. */
export function connect(all: ReadonlyMap<string, Compiled>, asks: (one: Compiled) => Iterable<string>, checks: (one: Compiled) => Iterable<string>): void {
  for (const one of all.values()) {
    for (const asked of new Set(asks(one))) {
      all.get(asked)?.feeds.push(one.question.id)
    }
    for (const asked of new Set(checks(one))) {
      all.get(asked)?.constrains.push(one.question.id)
    }
  }
}

/** Depth first in the given order, so that each stands after what it asks for. @throws Error naming a cycle */
export function inOrder(ids: readonly string[], asks: (id: string) => Iterable<string>): string[] {
  const all = new Set(ids)
  const order: string[] = []
  const done = new Map<string, boolean>()
  const visit = (id: string, path: string[]): void => {
    if (done.get(id) === false) {
      throw new Error(`cycle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`)
    }
    if (!done.has(id)) {
      done.set(id, false)
      for (const asked of asks(id)) {
        if (all.has(asked)) {
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

/** What all questions and cells of a form are read and evaluated with. */
export class Reader {
  constructor(
    readonly day: DayNumber,
    private readonly codes: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /** Relevance and the answer itself; the constraints follow when every answer is known. */
  evaluate<Q extends QuestionDefinition>(compiled: Compiled<Q>, typed: Json | undefined, confirmed: boolean, facts: Facts, notKnown = false): QuestionView<Q> {
    const { question, state, prefill, withheld } = compiled
    const relevant = evaluate(compiled.visible, facts, this.day) === 'true'
    const faults: Fault[] = []
    if (relevant && notKnown && leftOpen(compiled, typed, confirmed)) {
      return { question, relevant, required: true, state, asked: true, value: undefined, typed, confirmed: false, notKnown: true, faults }
    }
    const value = !relevant ? undefined : typed === undefined ? prefill : this.read(compiled, typed, faults)
    const held = typed === undefined && (withheld || prefill !== undefined)
    const confirms = held && confirmed
    if (relevant && question.required && faults.length === 0) {
      if (value === undefined && !held) {
        faults.push(fault('answer-required'))
      } else if (held && !confirms && state === 'heldOld') {
        faults.push(fault('answer-confirm'))
      }
    }
    const asked = relevant && ASKING.has(state)
    return { question, relevant, required: relevant && question.required, state, asked, value, typed, confirmed: confirms, notKnown: false, faults }
  }

  /** A question whose answer follows from others. */
  calculated<Q extends QuestionDefinition>(compiled: Compiled<Q>, facts: Facts, view: (id: string) => QuestionView | undefined): QuestionView<Q> {
    const { question } = compiled
    const relevant = evaluate(compiled.visible, facts, this.day) === 'true'
    const value = relevant ? calculate(compiled.calculation!, question.kind, view, this.day) : undefined
    return { question, relevant, required: false, state: 'unknown', asked: false, value, typed: undefined, confirmed: false, notKnown: false, faults: [] }
  }

  /** The constraints of what is answered that are broken. */
  broken(compiled: Compiled, view: QuestionView, facts: Facts): Fault[] {
    return view.value === undefined ? []
      : compiled.constraints.flatMap((constraint, i) => (evaluate(constraint, facts, this.day) === 'false' ? [fault('answer-constraint', i)] : []))
  }

  private read({ question, min, max, pattern }: Compiled, typed: Json, faults: Fault[]): Value | undefined {
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
    if (pattern && typeof value === 'string' && !pattern(value)) {
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

  private hasOption(question: QuestionDefinition, code: string): boolean {
    if (question.codeList !== undefined) {
      return this.codes.get(question.codeList)?.has(code) ?? true
    }
    return !question.options?.length || question.options.some((option) => option.code === code)
  }
}

/** There is no answer to be had: what is on file is too old to stand for one, and nothing was said. A declaration or a consent is given or not. */
export function leftOpen({ question, state, prefill, withheld }: Compiled, typed: Json | undefined, confirmed: boolean): boolean {
  const confirms = confirmed && typed === undefined && (withheld || prefill !== undefined)
  return question.required && question.reuse !== 'never' && ASKING.has(state) && !confirms && (typed === undefined || typed === null)
}

export function sameView(a: QuestionView, b: QuestionView): boolean {
  return (
    a.relevant === b.relevant && a.value === b.value && a.typed === b.typed && a.confirmed === b.confirmed && a.notKnown === b.notKnown && a.rows === b.rows && sameFaults(a.faults, b.faults)
  )
}

function sameFaults(a: readonly Fault[], b: readonly Fault[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i] || (one.code === b[i]!.code && one.row === b[i]!.row && one.column === b[i]!.column && one.args.join() === b[i]!.args.join()))
}
