// Which pictures the documents show, and which ones the journeys put there: the two are the same.
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OUT, PICTURES, ROOT, WEB } from './paths.mjs'

const textsIn = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.md')).map((name) => join(folder, name))

/** The documents that may show pictures. */
export const documents = () => [...readdirSync(ROOT).filter((name) => name.endsWith('.md')).map((name) => join(ROOT, name)), ...textsIn(join(ROOT, 'docs'))]

/** Names of the pictures that a text refers to. */
export const shownIn = (text) => [...new Set([...text.matchAll(/screenshots\/([^\s"')>]+)\.png/g)].map(([, name]) => name))]

/** Names of all pictures that README and documents show. */
export const shown = () => [...new Set(documents().flatMap((path) => shownIn(readFileSync(path, 'utf8'))))].sort()

/** Names of the files among the documents. */
export const files = () => readdirSync(PICTURES).filter((name) => name.endsWith('.png')).map((name) => name.slice(0, -'.png'.length)).sort()

/** Puts pictures of a run among the documents. */
export const publishPictures = (names) => names.forEach((name) => copyFileSync(join(OUT, `${name}.png`), join(PICTURES, `${name}.png`)))

/** The names that the walks keep, `${lang}` written out; what else stands in braces is not known before the run. */
export function namesKept(source) {
  const calls = [...source.matchAll(/kit\.(?:look|picture)\([^,]+,\s*(['"`])(.+?)\1,\s*\{[^}]*\bkeep\b[^}]*\}/g)]
  return calls.flatMap(([, , name]) => (name.includes('${lang}') ? ['zh', 'en'].map((lang) => name.replaceAll('${lang}', lang)) : [name]))
}

/** Names of all pictures that some walk puts among the documents. */
export function made() {
  const walks = join(WEB, 'journeys', 'walks')
  return readdirSync(walks).filter((name) => name.endsWith('.mjs')).flatMap((name) => namesKept(readFileSync(join(walks, name), 'utf8'))).sort()
}
