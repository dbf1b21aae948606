import { isEqual } from '../manifest/edit'
import type { Manifest } from '../manifest/types'
import { BASICS, type Place } from '../manifest/place'

/** One thing in which two states of a draft differ, with the place to look at it. */
export interface Difference {
  place: Place
  change: 'added' | 'removed' | 'changed'
  /** Whose words to show: a component's or question's title, in Chinese and English. */
  title: { zh: string; en?: string }
}

/** What somebody would have to look at to see how `theirs` differs from `mine`. */
export function differences(mine: Manifest, theirs: Manifest): Difference[] {
  const found: Difference[] = []
  const basics = ({ components: _, ...rest }: Manifest) => rest
  if (!isEqual(basics(mine), basics(theirs))) {
    found.push({ place: { part: BASICS }, change: 'changed', title: theirs.title })
  }
  for (const [id, before, after] of pairs(mine.components, theirs.components)) {
    const component = (after ?? before)!
    if (before?.kind === 'form' && after?.kind === 'form') {
      const head = ({ pages, ...rest }: typeof before) => ({ ...rest, order: pages.map(p => [p.id, p.title, p.questions.map(q => q.id)]) })
      const questions = pairs(before.pages.flatMap(p => p.questions), after.pages.flatMap(p => p.questions))
      const changed = questions.filter(([, a, b]) => !isEqual(a, b))
      for (const [question, a, b] of changed) {
        found.push({ place: { part: id, question }, change: kindOf(a, b), title: (b ?? a)!.label })
      }
      const onlyMembership = changed.some(([, a, b]) => a === undefined || b === undefined)
      if (!isEqual(head(before), head(after)) && !onlyMembership) {
        found.push({ place: { part: id }, change: 'changed', title: titleOf(component) })
      }
    } else if (!isEqual(before, after)) {
      found.push({ place: { part: id }, change: kindOf(before, after), title: titleOf(component) })
    }
  }
  return found
}

function titleOf(component: Manifest['components'][number]): { zh: string; en?: string } {
  return 'title' in component && component.title !== undefined ? component.title : { zh: '', en: '' }
}

function kindOf(before: unknown, after: unknown): Difference['change'] {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
}

function pairs<T extends { id: string }>(mine: T[], theirs: T[]): [string, T | undefined, T | undefined][] {
  const ids = [...new Set([...mine, ...theirs].map(entry => entry.id))]
  return ids.map(id => [id, mine.find(e => e.id === id), theirs.find(e => e.id === id)])
}
