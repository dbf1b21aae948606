import type { DataElement } from '../api/types'
import { TOPICS, topicOf, type Topic } from './topics'

/** Elements under one heading; the nearest stand apart, before the topics, once something is typed. */
export interface ElementGroup {
  name: Topic | 'near'
  elements: DataElement[]
}

/** How many of what was typed stand first, whatever their topic. */
const NEAREST = 5

/** What was found under the headings that officers look for, in the order in which the arrows walk; a heading without elements is left out. */
export function groupsOf(found: readonly DataElement[], typed: string): ElementGroup[] {
  const near = typed.trim() === '' ? 0 : NEAREST
  const rest = found.slice(near)
  const groups: ElementGroup[] = [
    { name: 'near', elements: found.slice(0, near) },
    ...TOPICS.map(name => ({ name, elements: rest.filter(element => topicOf(element.code) === name) })),
  ]
  return groups.filter(group => group.elements.length > 0)
}
