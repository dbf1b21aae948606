import { ageOn, before, move, readDays, writeDay, type DayNumber, type Days } from './days.ts'
import { compareDecimals, plain, readDecimal } from './decimal.ts'
import { compilePattern } from './pattern.ts'
import { isObject, readValue, sameValue, type Json, type Value, type ValueKind } from './value.ts'

/** The three truths of SQL and DMN: a comparison with what is not answered is unknown. */
export type Truth = 'true' | 'false' | 'unknown'

export type Op = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'contains' | 'matches' | 'known' | 'unknown'
export type RegionRelation = 'resides-in' | 'registered-in' | 'works-in' | 'owns'

/** A rule over data as spec/criteria.md says. `settled` is what the server made of parts that only it can judge. */
export type Criterion =
  | { always: true }
  | { all: Criterion[] }
  | { any: Criterion[] }
  | { not: Criterion }
  | { element: string; op: Op; value?: Json; fresh?: boolean }
  | { answer: string; op: Op; value?: Json }
  | { within: string; by: RegionRelation }
  | { link: string; where: Criterion }
  | { settled: Truth }

/** A value with its kind, in the form that readValue gives. */
export interface KindedValue {
  readonly kind: ValueKind
  readonly value: Value
  /** There is a value and the server keeps it to itself: it is known, and every comparison with it is unknown here. */
  readonly withheld?: boolean
}

/** What is held about one element; past its period of validity it is not fresh. */
export interface FactValue extends KindedValue {
  readonly fresh?: boolean
}

/** What is known about one subject, as criteria see it. */
export interface Facts {
  value(element: string): FactValue | undefined
  region(relation: RegionRelation): string | undefined
  /** What links in force on the day lead to. */
  linked(link: string, day: DayNumber): readonly Facts[]
  answer?(question: string): KindedValue | undefined
}

/** @param day the evaluation day in the business zone, for ages and `today` */
export function evaluate(criterion: Criterion, facts: Facts, day: DayNumber): Truth {
  if ('all' in criterion) {
    return every(criterion.all, (part) => evaluate(part, facts, day))
  }
  if ('any' in criterion) {
    return some(criterion.any, (part) => evaluate(part, facts, day))
  }
  if ('not' in criterion) {
    return not(evaluate(criterion.not, facts, day))
  }
  if ('element' in criterion) {
    return ofElement(criterion, facts, day)
  }
  if ('answer' in criterion) {
    return test(facts.answer?.(criterion.answer), criterion.op, criterion.value, day)
  }
  if ('within' in criterion) {
    return within(criterion.within, criterion.by, facts, day)
  }
  if ('link' in criterion) {
    return some(facts.linked(criterion.link, day), (linked) => evaluate(criterion.where, linked, day))
  }
  return 'settled' in criterion ? criterion.settled : 'true'
}

/** The questions whose answers the criterion asks for. */
export function questionsIn(criterion: Criterion): Set<string> {
  const found = new Set<string>()
  const visit = (part: Criterion): void => {
    if ('all' in part) {
      part.all.forEach(visit)
    } else if ('any' in part) {
      part.any.forEach(visit)
    } else if ('not' in part) {
      visit(part.not)
    } else if ('answer' in part) {
      found.add(part.answer)
    }
  }
  visit(criterion)
  return found
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : of(truth === 'false')
}

function of(truth: boolean): Truth {
  return truth ? 'true' : 'false'
}

function every<T>(parts: readonly T[], truthOf: (part: T) => Truth): Truth {
  return not(some(parts, (part) => not(truthOf(part))))
}

function some<T>(parts: readonly T[], truthOf: (part: T) => Truth): Truth {
  let truth: Truth = 'false'
  for (const part of parts) {
    const one = truthOf(part)
    if (one === 'true') {
      return one
    }
    if (one === 'unknown') {
      truth = one
    }
  }
  return truth
}

function within(region: string, by: RegionRelation, facts: Facts, day: DayNumber): Truth {
  if (by !== 'owns') {
    const held = facts.region(by)
    return held === undefined ? 'unknown' : of(contains(region, held))
  }
  return some(facts.linked('owns', day), (dwelling) => {
    const held = dwelling.value('dwelling.region')
    return held?.kind === 'region' ? of(contains(region, held.value as string)) : 'unknown'
  })
}

/** The level of a region ends where only zeros follow: 2, 4, 6, 9, 12 or 15 digits. */
function contains(region: string, other: string): boolean {
  const digits = region.padEnd(15, '0')
  const significant = [2, 4, 6, 9, 12, 15].find((length) => /^0*$/.test(digits.slice(length)))!
  return other.padEnd(15, '0').startsWith(digits.slice(0, significant))
}

function ofElement(criterion: { element: string; op: Op; value?: Json; fresh?: boolean }, facts: Facts, day: DayNumber): Truth {
  const age = criterion.element === 'person.age'
  const fact = facts.value(age ? 'person.birthDate' : criterion.element)
  const held = criterion.fresh && fact?.fresh === false ? undefined : fact
  if (!age || criterion.op === 'known' || criterion.op === 'unknown') {
    return test(held, criterion.op, criterion.value, day)
  }
  const birth = held && daysOf(held.kind, held.value)
  if (!birth) {
    return 'unknown'
  }
  const least = ageOn(day, birth.last)
  const most = ageOn(day, birth.first)
  return criterion.op === 'in'
    ? some(Array.isArray(criterion.value) ? criterion.value : [], (literal) => compareAge(least, most, '=', literal))
    : compareAge(least, most, criterion.op, criterion.value)
}

function compareAge(least: number, most: number, op: Op, literal: Json | undefined): Truth {
  const read = readValue('integer', literal)
  if ('fault' in read) {
    return 'unknown'
  }
  const years = read.value as number
  const atLeast: Truth = least >= years ? 'true' : most < years ? 'false' : 'unknown'
  const more: Truth = least > years ? 'true' : most <= years ? 'false' : 'unknown'
  return byOrder(op, not(atLeast), not(more))
}

function test(held: KindedValue | undefined, op: Op, literal: Json | undefined, day: DayNumber): Truth {
  if (op === 'known' || op === 'unknown') {
    return of((held !== undefined) === (op === 'known'))
  }
  if (held === undefined || held.withheld || literal === undefined) {
    return 'unknown'
  }
  return op === 'in'
    ? some(Array.isArray(literal) ? literal : [], (one) => compareLiteral(held, '=', one, day))
    : compareLiteral(held, op, literal, day)
}

function compareLiteral(held: KindedValue, op: Op, literal: Json, day: DayNumber): Truth {
  if (op === 'contains' || op === 'matches') {
    return look(held, op, literal, day)
  }
  const wanted = literalAs(plainText(held.kind), literal, day)
  return wanted === undefined ? 'unknown' : compareValues(held.kind, held.value, op, wanted)
}

/** Compares two values of one kind by equality or order; unknown when the kind has no order or partial dates leave it open. */
export function compareValues(kind: ValueKind, held: Value, op: Op, wanted: Value): Truth {
  if (kind === 'partialDate') {
    const is = daysOf(kind, held)!
    const should = daysOf(kind, wanted)!
    return byOrder(op, atMost(is, before(should.first)), atMost(is, should.last))
  }
  if (op === '=' || op === '!=') {
    return of(sameValue(held, wanted) === (op === '='))
  }
  const order = orderOf(kind, held, wanted)
  return order === undefined ? 'unknown' : byOrder(op, of(order < 0), of(order <= 0))
}

/** Every comparison from two: less than, and at most. */
function byOrder(op: Op, less: Truth, atMostIt: Truth): Truth {
  switch (op) {
    case '<': return less
    case '>=': return not(less)
    case '<=': return atMostIt
    case '>': return not(atMostIt)
    case '=': return every([not(less), atMostIt], (truth) => truth)
    case '!=': return some([less, not(atMostIt)], (truth) => truth)
    default: return 'unknown'
  }
}

function atMost(held: Days, bound: DayNumber): Truth {
  return held.last <= bound ? 'true' : held.first > bound ? 'false' : 'unknown'
}

function orderOf(kind: ValueKind, a: Value, b: Value): number | undefined {
  switch (kind) {
    case 'integer': return (a as number) - (b as number)
    case 'decimal': return compareDecimals(a as string, b as string)
    case 'date': return a < b ? -1 : a > b ? 1 : 0
    case 'dateTime': return Date.parse(a as string) - Date.parse(b as string)
    default: return undefined
  }
}

function daysOf(kind: ValueKind, value: Value): Days | undefined {
  const days = kind === 'date' || kind === 'partialDate' ? readDays(value as string) : 'shape'
  return typeof days === 'string' ? undefined : days
}

/** Texts with checks of their own are compared as they are held, without reading the literal anew. */
function plainText(kind: ValueKind): ValueKind {
  return kind === 'idNumber' || kind === 'uscc' || kind === 'phone' || kind === 'email' ? 'text' : kind
}

/** A literal as a value of a kind on an evaluation day; undefined when it is none. */
export function literalAs(kind: ValueKind, literal: Json, day: DayNumber): Value | undefined {
  if (isObject(literal)) {
    const today = typeof literal.today === 'string' && (kind === 'date' || kind === 'partialDate') ? move(day, literal.today) : undefined
    return today === undefined ? undefined : writeDay(today)
  }
  if (kind === 'decimal' && typeof literal === 'number') {
    return readDecimal(plain(literal))
  }
  const read = Array.isArray(literal) || literal === null ? undefined : readValue(kind, literal)
  return read && 'value' in read ? read.value : undefined
}

function look(held: KindedValue, op: 'contains' | 'matches', literal: Json, day: DayNumber): Truth {
  const isText = plainText(held.kind) === 'text'
  const text = literalAs(isText ? 'text' : 'code', literal, day)
  if (typeof text !== 'string') {
    return 'unknown'
  }
  if (op === 'contains') {
    return isText ? of((held.value as string).includes(text)) : held.kind === 'codes' ? of((held.value as string[]).includes(text)) : 'unknown'
  }
  const matches = isText ? compilePattern(text) : undefined
  return matches ? of(matches(held.value as string)) : 'unknown'
}
