import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en as field } from '../apps/field/src/i18n/en'
import { en as officer } from '../apps/officer/src/i18n/en'
import { en as resident } from '../apps/resident/src/i18n/en'
import { formEn } from '../packages/form-ui/src/messages/en'
import { uiEn } from '../packages/ui/src/messages/en'

/** English says "1 question" and "2 questions": a text with a number before a plural has both forms, one on each side of a bar (vue-i18n). */
const TEXTS = { officer, resident, field, form: formEn, ui: uiEn }
/** What ends in s and is no plural of what is counted. */
const NO_NOUNS = new Set(['accepts', 'added', 'as', 'asks', 'does', 'has', 'is', 'its', 'less', 'needs', 'says', 'this', 'was', 'wants', 'whose', 'yes'])
const COUNTED = /\{([a-zA-Z]+)\}((?: [a-z-]+){0,2}?) ([a-z-]*(?:[^s ]s|people|children|persons))(?![a-z’'-])/g

interface Text {
  key: string
  text: string
}

function texts(of: object, path: string): Text[] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [{ key: `${path}.${key}`, text: value }] : value && typeof value === 'object' ? texts(value, `${path}.${key}`) : [])
}

/** The counted plurals of a text. A range ends in more than one, and so does what is said to be several. */
function plurals(text: string): string[] {
  return [...text.matchAll(COUNTED)].filter(([whole, name, , noun]) => !NO_NOUNS.has(noun!) && !NAMES.has(name!) && !text.includes(`} to ${whole.slice(0, whole.indexOf('}') + 1)}`)).map(([whole]) => whole)
}

/** What stands in these places is a word, not a number. */
const NAMES = new Set(['name', 'title', 'label', 'region', 'row', 'what', 'place', 'day', 'who', 'time', 'relation', 'element', 'department', 'others', 'post', 'application', 'share'])

const all = Object.entries(TEXTS).flatMap(([app, messages]) => texts(messages, app))

test('every counted English plural has a singular beside it', () => {
  expect(all.length).toBeGreaterThan(500)
  expect(all.filter(({ text }) => !text.includes(' | ') && plurals(text).length > 0).map(({ key, text }) => `${key}: ${text}`)).toEqual([])
})

test('the search finds what it is for', () => {
  expect(plurals('{n} questions for you')).toEqual(['{n} questions'])
  expect(plurals('{n} older entries')).toEqual(['{n} older entries'])
  expect(plurals('of {count} people')).toEqual(['{count} people'])
  expect(plurals('{n} to {most} questions')).toEqual([])
  expect(plurals('{name} accepts it')).toEqual([])
})

/** vue-i18n chooses by a number named n or count, or by one given apart; a text with a bar and neither would show both forms. */
test('every text with two forms is told which', () => {
  const sources = ['apps/officer/src', 'apps/resident/src', 'apps/field/src', 'packages/form-ui/src', 'packages/ui/src']
    .flatMap((folder) => files(join(import.meta.dirname, '..', folder))).map((path) => readFileSync(path, 'utf8')).join('\n')
  const told = (key: string): boolean => {
    const calls = [...sources.matchAll(new RegExp(`\\bt\\(\\s*'${key.replaceAll('.', '\\.')}'(,?)`, 'g'))].map((found) => argumentsFrom(sources, found.index + found[0].indexOf('(') + 1))
    const components = [...sources.matchAll(new RegExp(`<Translation keypath="${key.replaceAll('.', '\\.')}"[^>]*>`, 'g'))].map(([tag]) => tag)
    return components.every((tag) => tag.includes(':plural=')) && calls.every((call) => call.length > 2 || (call.length === 2 && !call[1]!.trim().startsWith('{')) || /[{,]\s*(n|count)\s*(:(?!\s*(?:number|format)[.(])|[,}])/.test(call[1] ?? ''))
  }
  const keys = all.filter(({ text }) => text.includes(' | ')).map(({ key }) => key.slice(key.indexOf('.') + 1))
  expect(keys.length).toBeGreaterThan(25)
  expect(keys.filter((key) => !told(key))).toEqual([])
  expect(told('templates.questions')).toBe(true)
})

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((each) => each.isFile() && /\.(vue|ts)$/.test(each.name) && !/test\.ts$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
}

/** The arguments of a call, from behind its bracket. */
function argumentsFrom(source: string, from: number): string[] {
  const found: string[] = []
  let depth = 0
  let start = from
  for (let at = from; at < from + 500; at++) {
    const c = source[at]!
    if ('([{'.includes(c)) depth++
    else if (')]}'.includes(c) && depth-- === 0) return [...found, source.slice(start, at)]
    else if (c === ',' && depth === 0) {
      found.push(source.slice(start, at))
      start = at + 1
    }
  }
  return found
}
