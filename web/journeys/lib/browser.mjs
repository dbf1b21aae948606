// Chromium with a watch on everything that must not happen: errors on the console, breaches of the content security policy, failed requests.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { OUT } from './paths.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }

export function chromiumPath() {
  const found = [process.env.HUTONG_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))
  if (!found) throw new Error('Chromium is missing: apt-get install chromium, or name one in HUTONG_CHROMIUM')
  return found
}

export const FLAGS = ['--disable-dev-shm-usage', '--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

export const launch = () => chromium.launch({ executablePath: chromiumPath(), args: FLAGS })

/** Answers that a well-behaved page may get: not signed in yet, refused on purpose. */
const EXPECTED = new Set([401, 409, 422])

/** One person with one device. `allow` names further answers that the journey provokes: statuses, or 'offline'. */
export async function openDevice(browser, origin, { viewport = PHONE, lang = 'zh', theme = 'light', allow = [] } = {}) {
  const context = await browser.newContext({
    viewport,
    baseURL: origin,
    locale: lang === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: 'reduce',
    deviceScaleFactor: viewport.width < 500 ? 2 : 1,
  })
  context.setDefaultTimeout(20_000)
  const troubles = []
  const offline = allow.includes('offline')
  await context.exposeBinding('reportBreach', (_source, breach) => troubles.push(`content security policy: ${breach}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => window.reportBreach(`${event.violatedDirective} ${event.blockedURI || event.sample}`))
  })
  context.on('page', (page) => {
    page.on('pageerror', (fault) => troubles.push(`script error: ${fault.message}`))
    page.on('console', (message) => {
      const text = message.text()
      if (message.type() !== 'error' || /^Failed to load resource/.test(text)) return
      troubles.push(`console: ${text}`)
    })
    page.on('response', (response) => {
      const status = response.status()
      if (status < 400 || EXPECTED.has(status) || allow.includes(status)) return
      troubles.push(`${status} for ${response.request().method()} ${new URL(response.url()).pathname}`)
    })
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? ''
      if (offline || why === 'net::ERR_ABORTED') return
      troubles.push(`${why} for ${request.method()} ${new URL(request.url()).pathname}`)
    })
  })
  return { context, origin, troubles, viewport, lang, page: () => context.newPage(), close: () => context.close() }
}

/** Nothing serious from axe-core, nothing that scrolls sideways. */
export async function checkPage(page, name) {
  await page.evaluate(AXE)
  const { violations, wide } = await page.evaluate(async () => {
    // A control that is half under a bar at this moment of scrolling is not a small target.
    const bars = [...document.querySelectorAll('body *')].filter((each) => ['sticky', 'fixed'].includes(getComputedStyle(each).position))
    bars.forEach((bar) => (bar.style.position = 'static'))
    const result = await window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    bars.forEach((bar) => (bar.style.position = ''))
    return { violations: result.violations, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth }
  })
  const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  if (serious.length) {
    const lines = serious.flatMap((v) => v.nodes.slice(0, 3).map((node) => `${v.id} (${v.impact}): ${v.help}\n      ${node.html.slice(0, 200)}\n      ${(node.failureSummary ?? '').replace(/\n\s*/g, ' ').slice(0, 300)}`))
    throw new Error(`${name}: axe-core found\n    ${lines.join('\n    ')}`)
  }
  if (wide > 0) throw new Error(`${name} is ${wide} px wider than the screen`)
}

/** What goes among the documents when this run has passed, by name. */
export const kept = new Set()

/** A picture for looking at; `keep` puts it among the documents too when the run has passed. */
export async function picture(page, name, { keep = false, full = false } = {}) {
  const path = join(OUT, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  if (keep) kept.add(name)
  await page.screenshot({ path, fullPage: full, animations: 'disabled', caret: 'hide' })
}
