import type { Calculation } from './calculation.ts'
import type { Facts } from './criterion.ts'
import type { Fault } from './fault.ts'
import type { Json, Value, ValueKind } from './value.ts'

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
  /** Never asked: the answer follows from others. */
  calculate?: Calculation
  /** Of a table: the questions of each row. */
  columns?: QuestionDefinition[]
  minRows?: number
  maxRows?: number
  /** The question whose answer says how many rows there are. */
  countFrom?: string
  /** The kind of link by which rows are about persons; those on file are rows already. */
  rowsOf?: string
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
  /** Required questions that whoever speaks has no answer to; residents themselves say no such thing. */
  notKnown?: Iterable<string>
  /** The evaluation day in the business zone, yyyy-mm-dd. */
  day: string
  /** The items of the code lists that questions name. A list that is not here is left to the server. */
  codeLists?: Record<string, { items: { code: string }[] } | undefined>
  /** Facts for rules that name elements, regions or links, where the server has not settled those. */
  facts?: Facts
}

/** One question, or one cell, as it stands. A new object is made only when something in it changed. */
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
  /** It has to be answered and there is no answer to be had, as somebody has said. */
  readonly notKnown: boolean
  /** What stops a submission, of a table also in its cells. `answer-constraint` names the constraint by its index. */
  readonly faults: readonly Fault[]
  /** Of a table that is shown: the rows that count. */
  readonly rows?: readonly RowView[]
}

/** One row as it stands. A new object is made only when something in it changed. */
export interface RowView {
  readonly id: string
  /** It is about somebody on file; its one cell is `still`. */
  readonly held: boolean
  /** By column, in the order of the columns. */
  readonly cells: Readonly<Record<string, QuestionView>>
  readonly faults: readonly Fault[]
}
