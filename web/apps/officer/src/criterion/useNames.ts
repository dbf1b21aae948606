import { watchEffect } from 'vue'
import { useWords } from '@hutong/ui'
import { useCatalogue } from '../data/useCatalogue'
import { formsOf, questionsOf } from '../manifest/edit'
import type { Criterion, Json, Manifest, Question } from '../manifest/types'
import { useFormat } from '../parts/useFormat'
import { useRegions } from '../parts/useRegions'
import type { Names } from './words'

/** The names that a criterion's words need: elements, questions, codes and regions in the reader's language. */
export function useNames(manifest: () => Manifest | undefined): Names {
  const { t } = useWords()
  const { text, number } = useFormat()
  const catalogue = useCatalogue()
  const regions = useRegions()

  const question = (id: string): Question | undefined => {
    const found = manifest()
    return found === undefined ? undefined : formsOf(found).flatMap(questionsOf).find(candidate => candidate.id === id)
  }
  const listOf = (source: 'element' | 'answer', name: string) =>
    source === 'element' ? catalogue.element(name)?.codeList : question(name)?.codeList ?? catalogue.element(question(name)?.element ?? '')?.codeList

  watchEffect(() => {
    void catalogue.load().catch(() => undefined)
    for (const { source, name } of namedIn(manifest())) {
      const list = listOf(source, name)
      if (list) void catalogue.loadList(list).catch(() => undefined)
    }
  })

  function value(source: 'element' | 'answer', name: string, given: Json): string {
    if (typeof given === 'boolean') return t(given ? 'word.yes' : 'word.no')
    if (typeof given === 'number') return number(given)
    const option = source === 'answer' ? question(name)?.options?.find(candidate => candidate.code === given) : undefined
    if (option !== undefined) return text(option.label)
    const list = listOf(source, name)
    const item = list ? catalogue.list(list)?.items.find(candidate => candidate.code === given) : undefined
    return item === undefined ? String(given) : text(item.name)
  }

  return {
    operand: (source, name) => source === 'element' ? text(catalogue.element(name)?.name ?? name) : text(question(name)?.label ?? name),
    value,
    region: code => {
      const known = regions.known.get(code)
      if (known === undefined) void regions.load(code).catch(() => undefined)
      return known === undefined ? code : text(known.name)
    },
    link: code => t(`link.${code}`),
    word: (key, args) => t(`word.${key}`, args ?? {}),
  }
}

function namedIn(manifest: Manifest | undefined): { source: 'element' | 'answer'; name: string }[] {
  if (manifest === undefined) return []
  return manifest.components.flatMap(component => {
    if (component.kind === 'audience') return tests(component.criterion)
    if (component.kind !== 'form') return []
    return questionsOf(component).flatMap(question => [question.visible, ...(question.constraints ?? []).map(c => c.criterion)]).flatMap(tests)
  })
}

function tests(criterion: Criterion | undefined): { source: 'element' | 'answer'; name: string }[] {
  if (criterion === undefined) return []
  if ('all' in criterion) return criterion.all.flatMap(tests)
  if ('any' in criterion) return criterion.any.flatMap(tests)
  if ('not' in criterion) return tests(criterion.not)
  if ('link' in criterion) return tests(criterion.where)
  if ('element' in criterion) return [{ source: 'element', name: criterion.element }]
  return 'answer' in criterion ? [{ source: 'answer', name: criterion.answer }] : []
}
