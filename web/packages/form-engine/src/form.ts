import type { Facts, KindedValue } from './criterion.ts'
import { parseDay } from './days.ts'
import type { Definition, FormInput, QuestionDefinition, QuestionView } from './definition.ts'
import { fault, type Fault } from './fault.ts'
import { compileQuestion, connect, inOrder, leftOpen, Reader, sameView, type Compiled } from './question.ts'
import { TableRows } from './rows.ts'
import { readRows, type Json, type Value } from './value.ts'

export interface FormEngine<Q extends QuestionDefinition = QuestionDefinition> {
  /** Types an answer; null for "not answered" in place of what is held. @throws Error for a question that the form has not */
  setAnswer(id: string, value: Json): void
  /** Takes back what was typed, so that what is held counts again. */
  clear(id: string): void
  /** Confirms what is held (or takes that back). */
  confirm(id: string, yes?: boolean): void
  /** Says that there is no answer to be had to a required question (or takes that back); what is typed or confirmed counts more. */
  leave(id: string, yes?: boolean): void
  /** Types into a cell; undefined takes back what was typed. @throws Error for a cell that the table has not */
  setCell(table: string, row: string, column: string, value: Json | undefined): void
  /** Adds a row, or puts back one that was taken away. @param position from 0; at the end when left out */
  addRow(table: string, row: string, cells?: Record<string, Json>, position?: number): void
  removeRow(table: string, row: string): void
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
  /** What to send: the typed answers and confirmations of relevant questions, of tables the relevant cells; what has no answer only where there is such a thing. */
  submission(): { answers: Record<string, Json>; confirmed: string[]; notKnown?: string[] }
  /** Everything typed, hidden answers included: what a draft keeps. */
  draft(): { answers: Record<string, Json>; confirmed: string[]; notKnown?: string[] }
  /** Whether nothing stops a submission. */
  valid(): boolean
  /** Typed answers to no question of this form, as from a draft of an older version; of a table `table.column`. */
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

class Form<Q extends QuestionDefinition> implements FormEngine<Q> {
  readonly strays: readonly string[]
  private readonly reader: Reader
  private readonly compiled = new Map<string, Compiled<Q>>()
  private readonly tables = new Map<string, TableRows>()
  private readonly order: string[]
  private readonly place = new Map<string, number>()
  private readonly typed = new Map<string, Json>()
  private readonly confirmed: Set<string>
  private readonly notKnown: Set<string>
  /** What each question came to, without constraints; then with them. */
  private readonly answered = new Map<string, QuestionView<Q>>()
  private readonly views = new Map<string, QuestionView<Q>>()
  private readonly facts: Facts

  constructor(definition: Definition<Q>, input: FormInput) {
    const codes = new Map(Object.entries(input.codeLists ?? {}).flatMap(([list, of]) => (of ? [[list, new Set(of.items.map((item) => item.code))]] : [])))
    this.reader = new Reader(parseDay(input.day), codes)
    this.confirmed = new Set(input.confirmed)
    this.notKnown = new Set(input.notKnown)
    const facts = input.facts ?? NO_FACTS
    this.facts = {
      value: (element) => facts.value(element),
      region: (relation) => facts.region(relation),
      linked: (link, on) => facts.linked(link, on),
      answer: (question) => this.answer(question),
    }
    const around = { reader: this.reader, facts: this.facts, answer: (id: string) => this.answer(id), view: (id: string) => this.answered.get(id) }
    for (const question of definition.pages.flatMap((page) => page.questions)) {
      this.compiled.set(question.id, compileQuestion(question, input.states, this.reader.day))
      if (question.kind === 'table') {
        this.tables.set(question.id, new TableRows(question, around, question.rowsOf === undefined ? [] : rowIds(input.states?.[question.id]?.value)))
      }
    }
    const asks = ({ question, asks }: Compiled): Iterable<string> => [...asks, ...(this.tables.get(question.id)?.asks ?? [])]
    connect(this.compiled, asks, ({ question, checks }) => [...checks, ...(this.tables.get(question.id)?.checks ?? [])])
    this.order = inOrder([...this.compiled.keys()], (id) => asks(this.compiled.get(id)!))
    this.order.forEach((id, i) => this.place.set(id, i))
    const strays: string[] = []
    const cells: string[] = []
    for (const [id, json] of Object.entries(input.typed ?? {})) {
      if (this.compiled.has(id)) {
        cells.push(...this.write(id, json))
      } else {
        strays.push(id)
      }
    }
    this.strays = [...strays, ...cells]
    this.refresh(this.order)
  }

  setAnswer(id: string, value: Json): void {
    this.known(id)
    this.write(id, value)
    this.refresh([id])
  }

  clear(id: string): void {
    this.known(id)
    this.write(id, undefined)
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

  leave(id: string, yes = true): void {
    this.known(id)
    if (yes) {
      this.notKnown.add(id)
    } else {
      this.notKnown.delete(id)
    }
    this.refresh([id])
  }

  setCell(table: string, row: string, column: string, value: Json | undefined): void {
    this.inRows(table, (rows) => rows.type(row, column, value))
  }

  addRow(table: string, row: string, cells?: Record<string, Json>, position?: number): void {
    this.inRows(table, (rows) => rows.add(row, cells, position))
  }

  removeRow(table: string, row: string): void {
    this.inRows(table, (rows) => rows.remove(row))
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
    return this.toAsk().filter((view) => view.faults.length > 0 || (view.typed === undefined && !view.confirmed && !view.notKnown))
  }

  submission(): { answers: Record<string, Json>; confirmed: string[]; notKnown?: string[] } {
    const relevant = this.view().filter((view) => view.relevant)
    const notKnown = relevant.filter((view) => view.notKnown).map((view) => view.question.id)
    return {
      answers: Object.fromEntries(relevant.flatMap(({ question: { id }, typed, rows }) => (typed === undefined ? [] : [[id, rows ? this.tables.get(id)!.submitted() : typed]]))),
      confirmed: relevant.filter((view) => view.confirmed).map((view) => view.question.id),
      ...(notKnown.length > 0 && { notKnown }),
    }
  }

  draft(): { answers: Record<string, Json>; confirmed: string[]; notKnown?: string[] } {
    return {
      answers: Object.fromEntries([...this.typed.keys()].map((id) => [id, this.written(id)!])),
      confirmed: [...this.confirmed],
      ...(this.notKnown.size > 0 && { notKnown: [...this.notKnown] }),
    }
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

  /** @return the names of cells of no column */
  private write(id: string, json: Json | undefined): Iterable<string> {
    if (json === undefined) {
      this.typed.delete(id)
    } else {
      this.typed.set(id, json)
    }
    return this.tables.get(id)?.write(json) ?? []
  }

  private inRows(table: string, change: (rows: TableRows) => void): void {
    const rows = this.tables.get(table)
    if (!rows) {
      throw new Error(`the form has no table ${table}`)
    }
    change(rows)
    this.typed.set(table, null)
    this.refresh([table])
  }

  private written(id: string): Json | undefined {
    return this.typed.has(id) ? (this.tables.has(id) ? this.tables.get(id)!.written() : this.typed.get(id)) : undefined
  }

  private answer(id: string): KindedValue | undefined {
    const view = this.answered.get(id)
    if (view?.relevant && !view.notKnown && view.typed === undefined && this.compiled.get(id)!.withheld) {
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
      const before = this.answered.get(id)
      const withheld = this.answer(id)?.withheld
      const after = this.evaluate(compiled)
      this.answered.set(id, after)
      recheck.add(id)
      if (before?.value !== after.value || before?.relevant !== after.relevant || withheld !== this.answer(id)?.withheld) {
        compiled.feeds.forEach((fed) => {
          open.add(fed)
          this.tables.get(fed)?.feed(id)
        })
        compiled.constrains.forEach((constrained) => {
          recheck.add(constrained)
          this.tables.get(constrained)?.recheck(id)
        })
      }
    }
    for (const id of recheck) {
      const view = this.withConstraints(this.answered.get(id)!)
      const before = this.views.get(id)
      this.views.set(id, before && sameView(before, view) ? before : view)
    }
  }

  private evaluate(compiled: Compiled<Q>): QuestionView<Q> {
    const { question, calculation } = compiled
    if (calculation) {
      return this.reader.calculated(compiled, this.facts, (id) => this.answered.get(id))
    }
    const table = this.tables.get(question.id)
    return table ? this.evaluateTable(compiled, table) : this.reader.evaluate(compiled, this.typed.get(question.id), this.confirmed.has(question.id), this.facts, this.notKnown.has(question.id))
  }

  private evaluateTable(compiled: Compiled<Q>, table: TableRows): QuestionView<Q> {
    const { question } = compiled
    const typed = this.written(question.id)
    const shown = this.reader.evaluate({ ...compiled, prefill: undefined, withheld: false } as Compiled<Q>, null, false, this.facts)
    const answer = question.countFrom === undefined ? undefined : this.answer(question.countFrom)?.value
    const count = typeof answer === 'number' ? answer : 0
    if (!shown.relevant || (question.countFrom !== undefined && count < 1)) {
      return { ...shown, relevant: false, required: false, asked: false, typed, faults: [] }
    }
    if (this.notKnown.has(question.id) && leftOpen({ ...compiled, prefill: undefined, withheld: false } as Compiled<Q>, typed, false)) {
      return { ...shown, typed, notKnown: true, faults: [] }
    }
    const { value, faults } = table.evaluate(question.countFrom === undefined ? undefined : count)
    const missing: Fault[] = question.required && value === undefined && faults.length === 0 ? [fault('answer-required')] : []
    return { ...shown, typed, value, faults: [...faults, ...missing], rows: table.interim() }
  }

  private withConstraints(view: QuestionView<Q>): QuestionView<Q> {
    const compiled = this.compiled.get(view.question.id)!
    const rows = view.rows && this.tables.get(view.question.id)!.check()
    const broken = this.reader.broken(compiled, view, this.facts)
    if (rows) {
      return { ...view, rows, faults: [...view.faults, ...rows.flatMap((row) => row.faults), ...broken] }
    }
    return broken.length === 0 ? view : { ...view, faults: [...view.faults, ...broken] }
  }
}

/** The ids of rows that the server has sent. */
function rowIds(json: Json | undefined): string[] {
  const read = readRows(json)
  return 'rows' in read ? read.rows.map(({ id }) => id) : []
}
