// Writes src/generated/api.ts, the types of every operation of the server, from the API document. Run before building, type checking and testing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

const here = dirname(fileURLToPath(import.meta.url))
const target = join(here, 'src', 'generated', 'api.ts')
const document = JSON.parse(readFileSync(join(here, '..', '..', '..', 'docs', 'generated', 'openapi.json'), 'utf8'))

const ANY_JSON = '#/components/schemas/Json'
const HEAD = `// Made by packages/api/generate.mjs from docs/generated/openapi.json; not to be edited.

/** A value as JSON, see spec: what it is depends on the question's kind. Absence is "not answered". */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

`

const nodes = await openapiTS(document, {
  alphabetize: true,
  transform: (_schema, { path }) => (path === ANY_JSON ? ts.factory.createTypeReferenceNode('Json') : undefined),
})
const text = HEAD + astToString(nodes)
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}
