import type { Criterion, Json, Operator, Relation } from '../manifest/types'

/**
 * What the visual builder edits: the criterion as a tree of lines with keys of their own, in which a line may still be
 * incomplete. Only complete lines become part of the criterion.
 */

export interface GroupNode {
  key: number
  type: 'group'
  joint: 'all' | 'any'
  negated: boolean
  items: Node[]
}

export interface TestNode {
  key: number
  type: 'test'
  source: 'element' | 'answer'
  name: string
  op: Operator
  value: Json | undefined
  fresh: boolean
  negated: boolean
}

export interface WithinNode {
  key: number
  type: 'within'
  region: string
  by: Relation
  negated: boolean
}

export interface LinkNode {
  key: number
  type: 'link'
  link: string
  where: GroupNode
  negated: boolean
}

/** A criterion the builder has no line for: shown in words, kept as it is, removable. */
export interface RawNode {
  key: number
  type: 'raw'
  criterion: Criterion
}

export type Node = GroupNode | TestNode | WithinNode | LinkNode | RawNode

let lastKey = 0
const nextKey = () => ++lastKey

export function group(joint: 'all' | 'any', items: Node[] = [], negated = false): GroupNode {
  return { key: nextKey(), type: 'group', joint, negated, items }
}

export function test(source: 'element' | 'answer', name = '', op: Operator = '=', value?: Json): TestNode {
  return { key: nextKey(), type: 'test', source, name, op, value, fresh: false, negated: false }
}

export function within(region = '', by: Relation = 'resides-in'): WithinNode {
  return { key: nextKey(), type: 'within', region, by, negated: false }
}

export function linked(link: string): LinkNode {
  return { key: nextKey(), type: 'link', link, where: group('all'), negated: false }
}

/** Operators that ask whether there is a value at all, and so take none. */
export const isUnary = (op: string) => op === 'known' || op === 'unknown'

export function fromCriterion(criterion: Criterion | undefined): GroupNode {
  if (criterion === undefined || 'always' in criterion && criterion.always) return group('all')
  const node = read(criterion)
  return node.type === 'group' && !node.negated ? node : group('all', [node])
}

function read(criterion: Criterion): Node {
  if ('all' in criterion) return group('all', criterion.all.map(read))
  if ('any' in criterion) return group('any', criterion.any.map(read))
  if ('not' in criterion) {
    const inner = read(criterion.not)
    return inner.type === 'raw' || inner.negated ? raw(criterion) : { ...inner, negated: true }
  }
  if ('within' in criterion) return within(criterion.within, criterion.by)
  if ('link' in criterion) {
    return { key: nextKey(), type: 'link', link: criterion.link, where: fromCriterion(criterion.where), negated: false }
  }
  if ('element' in criterion) {
    return { ...test('element', criterion.element, criterion.op, criterion.value), fresh: criterion.fresh === true }
  }
  if ('answer' in criterion) return test('answer', criterion.answer, criterion.op, criterion.value)
  return raw(criterion)
}

function raw(criterion: Criterion): RawNode {
  return { key: nextKey(), type: 'raw', criterion }
}

export function isComplete(node: Node): boolean {
  switch (node.type) {
    case 'group': return node.items.some(isComplete)
    case 'test': return node.name !== '' && (isUnary(node.op) || hasValue(node.value))
    case 'within': return node.region !== ''
    case 'link': return node.link !== ''
    case 'raw': return true
  }
}

function hasValue(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

/** The criterion of the complete lines; an empty group at the top addresses everybody. */
export function toCriterion(root: GroupNode): Criterion {
  const items = root.items.filter(isComplete).map(write)
  const joined: Criterion = root.joint === 'any' && items.length > 0 ? { any: items } : { all: items }
  return root.negated && items.length > 0 ? { not: joined } : joined
}

function write(node: Node): Criterion {
  if (node.type === 'raw') return node.criterion
  const plain = writePlain(node)
  return node.negated && node.type !== 'group' ? { not: plain } : plain
}

function writePlain(node: Exclude<Node, RawNode>): Criterion {
  switch (node.type) {
    case 'group': return toCriterion(node)
    case 'within': return { within: node.region, by: node.by }
    case 'link': return { link: node.link, where: toCriterion(node.where) }
    case 'test': return writeTest(node)
  }
}

function writeTest(node: TestNode): Criterion {
  const value = isUnary(node.op) || node.value === undefined ? {} : { value: node.value }
  return node.source === 'answer'
    ? { answer: node.name, op: node.op, ...value }
    : { element: node.name, op: node.op, ...value, ...(node.fresh ? { fresh: true } : {}) }
}

/** Whether a criterion says nothing, so that it applies to everybody. */
export function saysNothing(criterion: Criterion | undefined): boolean {
  return criterion === undefined
    || ('all' in criterion && criterion.all.length === 0)
    || ('always' in criterion && criterion.always)
}

/** The ids of the questions a criterion looks at. */
export function answersIn(criterion: Criterion | undefined): string[] {
  if (criterion === undefined) return []
  if ('all' in criterion) return criterion.all.flatMap(answersIn)
  if ('any' in criterion) return criterion.any.flatMap(answersIn)
  if ('not' in criterion) return answersIn(criterion.not)
  if ('link' in criterion) return answersIn(criterion.where)
  return 'answer' in criterion ? [criterion.answer] : []
}
