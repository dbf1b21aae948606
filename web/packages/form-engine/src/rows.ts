import type { Facts, KindedValue } from './criterion.ts'
import type { QuestionDefinition, QuestionView, RowView } from './definition.ts'
import { fault, type Fault } from './fault.ts'
import { compileQuestion, connect, inOrder, sameView, type Compiled, type Reader } from './question.ts'
import { readRows, type Json, type Value } from './value.ts'

/** Most rows that any table has. */
export const MOST_ROWS = 500

/** The one column of a row about somebody on file: whether he or she is still there. */
export const STILL = 'still'
const STILL_COLUMN: QuestionDefinition = { id: STILL, kind: 'code', required: false, options: ['here', 'moved', 'left', 'died'].map((code) => ({ code })) }

/** What rows need of the form around. */
export interface Around {
  readonly reader: Reader
  readonly facts: Facts
  answer(question: string): KindedValue | undefined
  view(question: string): QuestionView | undefined
}

/** The columns of a table with what follows from the definition alone. */
class Columns {
  readonly all = new Map<string, Compiled>()
  readonly order: readonly string[]
  readonly place = new Map<string, number>()
  /** The columns that are evaluated or checked again when a question of the form changes. */
  readonly fed = new Map<string, string[]>()
  readonly checked = new Map<string, string[]>()

  constructor(
    columns: readonly QuestionDefinition[],
    reader: Reader,
    readonly ofPersons: boolean,
  ) {
    const all = ofPersons ? [...columns, STILL_COLUMN] : columns
    all.forEach((column) => this.all.set(column.id, compileQuestion(column, undefined, reader.day)))
    connect(this.all, ({ asks }) => asks, ({ checks }) => checks)
    this.order = inOrder([...this.all.keys()], (id) => this.all.get(id)!.asks)
    this.order.forEach((id, i) => this.place.set(id, i))
    for (const { question, asks, checks } of this.all.values()) {
      this.note(this.fed, asks, question.id)
      this.note(this.checked, checks, question.id)
    }
  }

  private note(into: Map<string, string[]>, asked: Iterable<string>, column: string): void {
    for (const id of asked) {
      if (!this.all.has(id)) {
        into.set(id, [...(into.get(id) ?? []), column])
      }
    }
  }
}

/** One row: what was typed into it, and what it came to. */
class Row {
  readonly answered: Record<string, QuestionView> = {}
  readonly open: Set<string>
  readonly recheck = new Set<string>()
  value: Value
  view: RowView
  private json: Json | undefined
  private readonly facts: Facts

  constructor(
    readonly id: string,
    readonly typed: Map<string, Json>,
    private readonly columns: Columns,
    private readonly around: Around,
    private readonly held = false,
  ) {
    this.open = new Set(columns.order)
    this.value = { id, cells: {} }
    this.view = { id, held, cells: {}, faults: [] }
    this.facts = {
      value: (element) => around.facts.value(element),
      region: (relation) => around.facts.region(relation),
      linked: (link, on) => around.facts.linked(link, on),
      answer: (name) => (columns.all.has(name) ? cellAnswer(this.answered[name]) : around.answer(name)),
    }
  }

  type(column: string, value: Json | undefined): void {
    if (value === undefined) {
      this.typed.delete(column)
    } else {
      this.typed.set(column, value)
    }
    this.json = undefined
    this.open.add(column)
  }

  /** What was typed into it: the same object until that changes. */
  written(): Json {
    return (this.json ??= { id: this.id, cells: Object.fromEntries(this.typed) })
  }

  /** Evaluates what is open, and says whether any cell came to something else. */
  evaluate(): boolean {
    const { order, place, all } = this.columns
    let changed = false
    for (let i = this.open.size === 0 ? order.length : Math.min(...[...this.open].map((id) => place.get(id)!)); i < order.length && this.open.size > 0; i++) {
      const id = order[i]!
      if (!this.open.delete(id)) {
        continue
      }
      const compiled = all.get(id)!
      const before = this.answered[id]
      const after = this.columns.ofPersons && this.held !== (id === STILL) ? hidden(compiled, this.typed.get(id))
        : compiled.calculation
        ? this.around.reader.calculated(compiled, this.facts, (name) => (all.has(name) ? this.answered[name] : this.around.view(name)))
        : this.around.reader.evaluate(compiled, this.typed.get(id), false, this.facts)
      this.answered[id] = after
      this.recheck.add(id)
      if (!before || before.value !== after.value || before.relevant !== after.relevant) {
        changed = true
        compiled.feeds.forEach((fed) => this.open.add(fed))
        compiled.constrains.forEach((constrained) => this.recheck.add(constrained))
      }
    }
    if (changed) {
      this.value = { id: this.id, cells: Object.fromEntries([...all.keys()].flatMap((id) => (this.answered[id]!.value === undefined ? [] : [[id, this.answered[id]!.value]]))) }
    }
    return changed
  }

  /** Checks what has to be checked again, when every answer of the form is known. */
  check(): boolean {
    if (this.recheck.size === 0) {
      return false
    }
    const cells: Record<string, QuestionView> = {}
    let changed = false
    for (const [id, compiled] of this.columns.all) {
      const before = this.view.cells[id]
      const view = this.recheck.has(id) || !before ? this.withConstraints(compiled, this.answered[id]!) : before
      cells[id] = before && sameView(before, view) ? before : view
      changed ||= cells[id] !== before
    }
    this.recheck.clear()
    if (changed) {
      this.view = {
        id: this.id,
        held: this.held,
        cells,
        faults: Object.entries(cells).flatMap(([column, cell]) => cell.faults.map((one) => ({ ...one, row: this.id, column }))),
      }
    }
    return changed
  }

  private withConstraints(compiled: Compiled, view: QuestionView): QuestionView {
    const broken = this.around.reader.broken(compiled, view, this.facts)
    return broken.length === 0 ? view : { ...view, faults: [...view.faults, ...broken] }
  }
}

/** The rows of one table: only what depends on a change is evaluated again. */
export class TableRows {
  private readonly columns: Columns
  private typedRows: Row[] | undefined
  /** Those about somebody on file, typed or not. */
  private readonly held = new Map<string, Row>()
  /** What was typed when it were no rows. */
  private misshapen: { json: Json; fault: Fault } | undefined
  /** Rows that a count made and nothing was typed into yet. */
  private readonly blanks = new Map<string, Row>()
  private shown: Row[] = []
  private values: Value[] | undefined
  private views: RowView[] | undefined
  private json: Json | undefined
  /** It was said that there are none to speak of. */
  private nothing = false

  constructor(
    private readonly question: QuestionDefinition,
    private readonly around: Around,
    onFile: readonly string[],
  ) {
    this.columns = new Columns(question.columns ?? [], around.reader, question.rowsOf !== undefined)
    onFile.forEach((id) => this.held.set(id, new Row(id, new Map(), this.columns, around, true)))
  }

  /** Questions of the form that cells ask before they can be evaluated. */
  get asks(): Iterable<string> {
    return this.columns.fed.keys()
  }

  /** Questions of the form that constraints of cells ask. */
  get checks(): Iterable<string> {
    return this.columns.checked.keys()
  }

  /** Takes all rows anew. @return the names of the cells that belong to no column */
  write(json: Json | undefined): Set<string> {
    const strays = new Set<string>()
    const read = json === undefined || json === null ? undefined : readRows(json)
    this.misshapen = read && 'fault' in read ? { json: json!, fault: read.fault } : undefined
    const before = new Map(this.typedRows?.map((row) => [row.id, row]))
    this.held.forEach((row, id) => {
      if (row.typed.size > 0) this.held.set(id, new Row(id, new Map(), this.columns, this.around, true))
    })
    const own = (cells: Record<string, Json>): Map<string, Json> => new Map(Object.entries(cells).filter(([column]) => this.columns.all.has(column) || !strays.add(`${this.question.id}.${column}`)))
    if (read && 'rows' in read) {
      read.rows.filter(({ id }) => this.held.has(id)).forEach(({ id, cells }) => this.held.set(id, new Row(id, own(cells), this.columns, this.around, true)))
    }
    this.typedRows = read && 'rows' in read
      ? read.rows.filter(({ id }) => !this.held.has(id)).map(({ id, cells }) => {
          const typed = own(cells)
          const same = before.get(id)
          return same && same.typed.size === typed.size && [...typed].every(([column, value]) => same.typed.get(column) === value) ? same : new Row(id, typed, this.columns, this.around)
        })
      : undefined
    this.json = undefined
    this.nothing = json === null
    this.blanks.clear()
    return strays
  }

  /** @param position where it stood before it was taken away; at the end when left out */
  add(id: string, cells: Record<string, Json> = {}, position = this.typedRows?.length ?? 0): void {
    this.typedRows ??= []
    if (!this.typedRows.some((row) => row.id === id)) {
      this.typedRows.splice(position, 0, new Row(id, new Map(Object.entries(cells)), this.columns, this.around))
    }
    this.changed()
  }

  remove(id: string): void {
    this.typedRows = this.typedRows?.filter((row) => row.id !== id)
    this.changed()
  }

  /** @throws Error when there is no such row or column */
  type(row: string, column: string, value: Json | undefined): void {
    if (this.blanks.has(row)) {
      // What is typed into a row that the count made makes rows of all that stand before it.
      const made = this.shown.slice(this.typedRows?.length ?? 0, this.shown.findIndex((one) => one.id === row) + 1)
      this.typedRows = [...(this.typedRows ?? []), ...made]
      made.forEach(({ id }) => this.blanks.delete(id))
    }
    const found = this.held.get(row) ?? this.typedRows?.find((one) => one.id === row)
    if (!found || !this.columns.all.has(column)) {
      throw new Error(`the table ${this.question.id} has no cell ${row}/${column}`)
    }
    found.type(column, value)
    this.changed()
  }

  private changed(): void {
    this.misshapen = undefined
    this.nothing = false
    this.json = undefined
  }

  /** A question of the form came to something else. */
  feed(question: string): void {
    const columns = this.columns.fed.get(question)
    if (columns) {
      this.every((row) => columns.forEach((column) => row.open.add(column)))
    }
  }

  recheck(question: string): void {
    const columns = this.columns.checked.get(question)
    if (columns) {
      this.every((row) => columns.forEach((column) => row.recheck.add(column)))
    }
  }

  private every(what: (row: Row) => void): void {
    this.held.forEach(what)
    this.typedRows?.forEach(what)
    this.blanks.forEach(what)
  }

  /** What was typed: the same object until that changes. */
  written(): Json | undefined {
    if (this.misshapen) return this.misshapen.json
    if (this.nothing) return null
    const said = [...this.held.values()].filter((row) => row.typed.size > 0)
    return (this.json ??= this.typedRows || said.length > 0 ? [...said, ...(this.typedRows ?? [])].map((row) => row.written()) : undefined)
  }

  /** The rows without what is hidden in them. */
  submitted(): Json {
    return this.shown.filter(({ id, typed }) => typed.size > 0 || !this.held.has(id)).map(({ id, typed, view }) => ({ id, cells: Object.fromEntries([...typed].filter(([column]) => view.cells[column]?.relevant && !this.columns.all.get(column)!.calculation)) }))
  }

  /** The cells as they came out so far, for what is calculated with them. */
  interim(): RowView[] {
    return this.shown.map(({ id, answered }) => ({ id, held: this.held.has(id), cells: answered, faults: [] }))
  }

  /**
   * Evaluates the rows that count.
   *
   * @param count how many there are, where a question says so
   * @return the value: a new array exactly when some cell came to something else
   */
  evaluate(count: number | undefined): { value: Value[] | undefined; faults: Fault[] } {
    if (this.misshapen || (!this.typedRows && count === undefined && this.held.size === 0)) {
      this.shown = []
      this.values = undefined
      return { value: undefined, faults: this.misshapen ? [this.misshapen.fault] : [] }
    }
    const most = this.question.maxRows ?? MOST_ROWS
    const shown = count === undefined ? [...this.held.values(), ...(this.typedRows ?? [])] : this.counted(Math.min(count, most))
    let changed = !this.values || shown.length !== this.shown.length || shown.some((row, i) => row !== this.shown[i])
    shown.forEach((row) => {
      changed = row.evaluate() || changed
    })
    this.shown = [...shown]
    if (changed) {
      this.values = shown.map((row) => row.value)
    }
    const wanted = count ?? shown.length
    const faults = wanted > most ? [fault('answer-rows-max', most)] : wanted < (this.question.minRows ?? 0) ? [fault('answer-rows-min', this.question.minRows!)] : []
    return { value: this.values, faults }
  }

  /** The first rows, with blank ones for those that nothing was typed into yet. */
  private counted(wanted: number): Row[] {
    const typed = this.typedRows ?? []
    const rows = typed.slice(0, wanted)
    const taken = new Set(typed.map((row) => row.id))
    for (let at = rows.length + 1; at <= wanted; at++) {
      let id = `row-${at}`
      while (taken.has(id)) {
        id += '_'
      }
      taken.add(id)
      const blank = this.blanks.get(id) ?? new Row(id, new Map(), this.columns, this.around)
      this.blanks.set(id, blank)
      rows.push(blank)
    }
    return rows
  }

  /** The rows with their constraints checked: the same array until something in them changes. */
  check(): readonly RowView[] {
    let changed = !this.views || this.views.length !== this.shown.length
    this.shown.forEach((row, i) => {
      row.check()
      changed ||= this.views![i] !== row.view
    })
    if (changed) {
      this.views = this.shown.map((row) => row.view)
    }
    return this.views!
  }
}

/** What is not asked in such a row at all. */
function hidden({ question }: Compiled, typed: Json | undefined): QuestionView {
  return { question, relevant: false, required: false, state: 'unknown', asked: false, value: undefined, typed, confirmed: false, notKnown: false, faults: [] }
}

function cellAnswer(cell: QuestionView | undefined): KindedValue | undefined {
  return cell?.value === undefined ? undefined : { kind: cell.question.kind, value: cell.value }
}
