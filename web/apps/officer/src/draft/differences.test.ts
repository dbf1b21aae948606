import { describe, expect, it } from 'vitest'
import { copy } from '../manifest/edit'
import type { FormComponent, Manifest } from '../manifest/types'
import { differences } from './differences'

const mine: Manifest = {
  manifest: 1, title: { zh: '摸底' }, department: 'health', purpose: { zh: '', basis: '' },
  components: [
    { id: 'who', kind: 'audience', relation: 'resides-in', criterion: { all: [] } },
    { id: 'ask', kind: 'form', audience: 'who', title: { zh: '情况' }, pages: [{ id: 'p1', title: { zh: '一' }, questions: [{ id: 'a', label: { zh: '甲' }, kind: 'text', required: true }, { id: 'b', label: { zh: '乙' }, kind: 'text', required: true }] }] },
  ],
}
const changed = (how: (theirs: Manifest) => void) => {
  const theirs = copy(mine)
  how(theirs)
  return differences(mine, theirs)
}
const form = (manifest: Manifest) => manifest.components[1] as FormComponent

describe('what somebody else changed', () => {
  it('is nothing when both say the same, whatever the order of members', () => {
    expect(changed(theirs => { theirs.title = { zh: '摸底' } })).toEqual([])
  })

  it('names a question that was reworded', () => {
    expect(changed(theirs => { form(theirs).pages[0]!.questions[1]!.label.zh = '丙' }))
      .toEqual([{ place: { part: 'ask', question: 'b' }, change: 'changed', title: { zh: '丙' } }])
  })

  it('names questions that came and went', () => {
    expect(changed(theirs => {
      form(theirs).pages[0]!.questions.shift()
      form(theirs).pages[0]!.questions.push({ id: 'c', label: { zh: '丁' }, kind: 'yesNo', required: true })
    }).map(({ place, change }) => [place.question, change])).toEqual([['a', 'removed'], ['c', 'added']])
  })

  it('names the form when only the order changed', () => {
    expect(changed(theirs => { form(theirs).pages[0]!.questions.reverse() }).map(({ place }) => place)).toEqual([{ part: 'ask' }])
  })

  it('names the basics, a changed audience and a component that went', () => {
    expect(changed(theirs => {
      theirs.closes = '2026-12-31'
      theirs.components[0] = { id: 'who', kind: 'audience', relation: 'works-in', criterion: { all: [] } }
      theirs.components.pop()
    }).map(({ place, change }) => [place.part, change])).toEqual([['basics', 'changed'], ['who', 'changed'], ['ask', 'removed']])
  })
})
