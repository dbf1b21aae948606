import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import { LINK_STEPS, linksFrom, typesUnder } from './links'

describe('links that a condition may follow', () => {
  it('start where one is', () => {
    expect(linksFrom(['person']).map(({ code }) => code)).toContain('guardian')
    expect(linksFrom(['household', 'member']).map(({ code }) => code)).toEqual(['head', 'has-member'])
    expect(linksFrom(['organisation', 'works-at'])).toEqual([])
  })

  it('reach the far end and the link itself, from either end', () => {
    expect(typesUnder('member')).toEqual(['household', 'member'])
    expect(typesUnder('has-member')).toEqual(['person', 'member'])
    expect(typesUnder('owns')).toEqual(['dwelling', 'owner'])
    expect(typesUnder('not-a-link')).toBeUndefined()
  })

  it.each(LINK_STEPS.map(({ code }) => code))('%s has a name in both languages', code => {
    expect((zh.link as Record<string, string>)[code]).toBeTruthy()
    expect((en.link as Record<string, string>)[code]).toBeTruthy()
  })
})
