import { describe, expect, it } from 'vitest'
import { missingIn } from './engine.mjs'

describe('the check of what is built', () => {
  it('lets through what the oldest engines have', () => {
    expect(missingIn('const a = x?.y ?? 1; export { a }; Promise.allSettled([]); "a".replaceAll("a", "b")')).toEqual([])
  })

  it('finds newer syntax', () => {
    expect(missingIn('a ||= 1')[0]).toMatch(/newer than ES2020/)
    expect(missingIn('class A { static { } }')[0]).toMatch(/newer than ES2020/)
    expect(missingIn('class A { #b = 1 }')[0]).toMatch(/newer than ES2020/)
  })

  it('finds newer methods and patterns', () => {
    expect(missingIn('structuredClone({})')).toEqual(['structuredClone'])
    expect(missingIn('list.findLast((each) => each)')).toEqual(['findLast'])
    expect(missingIn('const p = /(?<=a)b/')[0]).toMatch(/look-behind/)
  })

  it('trusts what is added or asked for first', () => {
    expect(missingIn('list.at(-1); Object.hasOwn({}, "a"); dialog.showModal()')).toEqual([])
  })
})
