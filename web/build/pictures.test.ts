import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PICTURES, ROOT } from '../journeys/lib/paths.mjs'
import { files, made, namesKept, shown, shownIn } from '../journeys/lib/pictures.mjs'

const MOST = 176 * 1024

describe('the pictures of the documents', () => {
  it('are each made by a journey, there, and shown', () => {
    expect(shown()).not.toEqual([])
    expect(made(), 'made by the journeys, and shown').toEqual(shown())
    expect(files(), 'in docs/screenshots, and shown').toEqual(shown())
  })

  it('are small', () => {
    expect(files().filter((name) => statSync(join(PICTURES, `${name}.png`)).size > MOST)).toEqual([])
  })

  it('speak the language of their page', () => {
    const of = (name: string) => shownIn(readFileSync(join(ROOT, name), 'utf8'))
    expect(of('README.md').filter((name) => !name.endsWith('-en'))).toEqual([])
    expect(of('README.zh-CN.md')).toEqual(of('README.md').map((name) => name.replace(/-en$/, '-zh')))
  })

  it('are found in walks and texts', () => {
    expect(namesKept("await kit.look(page, `a-${lang}`, { keep: true })\nkit.look(page, 'b')\nkit.picture(x.at(-1).page, 'c', { full: true, keep: true })")).toEqual(['a-zh', 'a-en', 'c'])
    expect(namesKept("kit.look(page, `d-${size}`, { full: true })\nkit.look(page, `e-${size}`, { keep: size === 'desk' })")).toEqual(['e-${size}'])
    expect(shownIn('![x](docs/screenshots/one.png) <img src="../screenshots/two.png"> `screenshots/one.png`')).toEqual(['one', 'two'])
  })
})
