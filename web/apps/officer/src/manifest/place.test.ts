import { describe, expect, it } from 'vitest'
import { BASICS, boxOf, placeOf } from './place'
import type { Manifest } from './types'

const manifest: Manifest = {
  manifest: 1, title: { zh: '摸底' }, department: 'health', purpose: { zh: '', basis: '' },
  components: [
    { id: 'who', kind: 'audience', relation: 'resides-in', criterion: { all: [] } },
    { id: 'ask', kind: 'form', audience: 'who', title: { zh: '' }, pages: [{ id: 'p1', title: { zh: '' }, questions: [{ id: 'a', label: { zh: '' }, kind: 'text', required: true }] }, { id: 'p2', title: { zh: '' }, questions: [{ id: 'b', label: { zh: '' }, kind: 'code', required: true, options: [{ code: 'x', label: { zh: '' } }] }] }] },
  ],
}

describe('the place a finding speaks of', () => {
  it.each([
    ['/closes', { part: BASICS }],
    ['', { part: BASICS }],
    ['/components/0/criterion/all/0/value', { part: 'who' }],
    ['/components/1/title', { part: 'ask' }],
    ['/components/1/pages/1/questions/0/options/0/label', { part: 'ask', question: 'b' }],
    ['/components/1/pages/1/questions/7', { part: 'ask' }],
    ['/components/9', { part: BASICS }],
    ['ask/b', { part: 'ask', question: 'b' }],
    ['ask.a', { part: 'ask', question: 'a' }],
    ['b', { part: 'ask', question: 'b' }],
  ])('%s', (path, place) => {
    expect(placeOf(manifest, path)).toEqual(place)
  })
})

describe('the box a finding speaks of', () => {
  it.each([
    ['/title/zh', 'title'],
    ['/purpose/basis', 'purpose/basis'],
    ['/components/1/title/zh', 'title'],
    ['/components/1/pages/0/title/zh', 'pages/0/title'],
    ['/components/1/pages/1/questions/0/label/zh', 'label'],
    ['/components/1/pages/1/questions/0/options/0/label/zh', 'options/0/label'],
    ['/components/1/pages/1/questions/0', ''],
    ['/components/9/title', ''],
    ['ask/b', ''],
  ])('%s', (path, box) => {
    expect(boxOf(manifest, path)).toBe(box)
  })
})
