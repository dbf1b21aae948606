// The resident's first pages as Lighthouse sees them: a phone slowed four times on slow 4G (its standard setting), the median of some runs, beside an
// empty page in the same run, and what goes over the line. Lighthouse is 185 MB and only measured with, so it is fetched when this runs.
import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromiumPath, FLAGS, launch, openDevice } from './lib/browser.mjs'
import { ROOT } from './lib/paths.mjs'
import { publish, residentDevice } from './lib/people.mjs'
import { startServer } from './lib/server.mjs'
import { until } from './lib/until.mjs'

const VERSION = '12.8.2'
const RUNS = 5
const MOST_BYTES = 160 * 1000
const EMPTY = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="空"><title>空</title></head><body><main><h1>您好</h1></main></body></html>'

async function lighthouse() {
  const home = join(ROOT, '.hutong', 'lighthouse')
  if (!existsSync(join(home, 'node_modules', 'lighthouse'))) {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: { lighthouse: VERSION } }))
    console.log(`fetching Lighthouse ${VERSION} ...`)
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: home, stdio: 'inherit' })
  }
  return (await import(pathToFileURL(createRequire(join(home, 'package.json')).resolve('lighthouse')).href)).default
}

/** A Chromium of its own, so that no other page is open. */
async function chromium() {
  const profile = mkdtempSync(join(tmpdir(), 'hutong-lighthouse-'))
  const process = spawn(chromiumPath(), [...FLAGS, '--headless=new', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--remote-debugging-port=0', `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  process.stderr.on('data', (text) => (said += text))
  const port = Number(await until('Chromium', () => /ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]))
  return {
    port,
    stop: () =>
      new Promise((done) => {
        process.once('exit', () => {
          rmSync(profile, { recursive: true, force: true })
          done()
        })
        process.kill()
      }),
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function measure(run, port, what, url, headers) {
  const runs = []
  // The first fills caches of fonts and code that every phone has filled.
  for (let i = 0; i <= RUNS; i++) {
    const { lhr } = await run(url, { port, output: 'json', logLevel: 'silent', onlyCategories: ['performance', 'accessibility'], extraHeaders: headers })
    if (lhr.runtimeError) throw new Error(`${what}: ${lhr.runtimeError.message}`)
    if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname) throw new Error(`${what}: led to ${lhr.finalDisplayedUrl}`)
    if (i > 0) runs.push(lhr)
  }
  const number = (id) => median(runs.map(({ audits }) => audits[id].numericValue))
  const line = {
    what,
    performance: median(runs.map(({ categories }) => Math.round(categories.performance.score * 100))),
    accessibility: Math.min(...runs.map(({ categories }) => Math.round(categories.accessibility.score * 100))),
    bytes: Math.round(number('total-byte-weight')),
    firstPaintMillis: Math.round(number('first-contentful-paint')),
    largestPaintMillis: Math.round(number('largest-contentful-paint')),
    blockingMillis: Math.round(number('total-blocking-time')),
    layoutShift: Number(number('cumulative-layout-shift').toFixed(3)),
  }
  console.log(
    `${what.padEnd(18)} performance ${String(line.performance).padStart(3)}   accessibility ${line.accessibility}   ${(line.bytes / 1000).toFixed(0).padStart(4)} kB of ${MOST_BYTES / 1000}   ` +
      `first paint ${line.firstPaintMillis} ms, largest ${line.largestPaintMillis} ms, blocked ${line.blockingMillis} ms, shift ${line.layoutShift}`,
  )
  return line
}

const run = await lighthouse()
const server = await startServer()
const empty = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(EMPTY)).listen(0, '127.0.0.1')
const browser = await launch()
let chrome
try {
  const kit = { origin: server.origin, device: (options) => openDevice(browser, server.origin, options) }
  const { id } = await publish(kit, 'street.health', 'T11')
  const cookies = await (await residentDevice(kit, 'alone')).context.cookies()
  const signedIn = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  await browser.close()
  chrome = await chromium()
  console.log(`Lighthouse ${VERSION}, its standard phone, median of ${RUNS} runs`)
  const pages = [
    await measure(run, chrome.port, 'an empty page', `http://localhost:${empty.address().port}/`, {}),
    await measure(run, chrome.port, 'first page', `${server.origin}/resident/`, signedIn),
    await measure(run, chrome.port, 'a form', `${server.origin}/resident/form/${id}/ask`, signedIn),
  ]
  appendFileSync(join(ROOT, 'bench', 'results', 'page.jsonl'), `${JSON.stringify({ at: new Date().toISOString().slice(0, 19) + 'Z', path: 'page', lighthouse: VERSION, runs: RUNS, pages })}\n`)
} finally {
  await browser.close().catch(() => {})
  await chrome?.stop()
  empty.close()
  await server.stop()
}
