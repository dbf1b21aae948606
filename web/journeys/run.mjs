// Walks through Hutong in Chromium as people do. `node run.mjs [part of a name]`; HUTONG_URL names a running server with the demo town.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch } from './lib/browser.mjs'
import { run } from './lib/journeys.mjs'
import { WEB } from './lib/paths.mjs'
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
} finally {
  await browser.close()
  await server?.stop()
}
process.exit(failed ? 1 : 0)
