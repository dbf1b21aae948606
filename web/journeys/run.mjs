// Walks through Hutong in Chromium as people do. `node run.mjs [part of a name]`; HUTONG_URL names a running server with the demo town.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { kept, launch } from './lib/browser.mjs'
import { run } from './lib/journeys.mjs'
import { WEB } from './lib/paths.mjs'
import { publishPictures, shown } from './lib/pictures.mjs'
import { startServer } from './lib/server.mjs'

const walks = join(WEB, 'journeys', 'walks')
for (const file of readdirSync(walks).sort()) if (file.endsWith('.mjs')) await import(pathToFileURL(join(walks, file)).href)

const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))[0]
const server = process.argv.includes('--no-server') ? undefined : await startServer()
const browser = await launch()
let failed = 1
try {
  const results = await run(browser, server?.origin, only)
  failed = results.failed || (results.passed === 0 ? 1 : 0)
  // A run that failed or was cut off leaves the documents as they are.
  if (!failed) publishPictures([...kept])
  // Where all journeys passed, whatever the documents show has just been made.
  const old = only || failed || results.skipped ? [] : shown().filter((name) => !kept.has(name))
  if (old.length) console.log(`no journey made these pictures of the documents: ${old.join(', ')}`)
  failed += old.length
} finally {
  await browser.close()
  await server?.stop()
}
process.exit(failed ? 1 : 0)
