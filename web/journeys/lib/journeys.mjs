// What a journey is, and how a set of them is run: one after another, each with devices of its own; what a device saw go wrong fails the journey.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkPage, openDevice, picture } from './browser.mjs'
import { OUT } from './paths.mjs'

const journeys = []

/** Declares a journey; one that needs 'nothing' brings its own origin. Its function gets `device`, `look`, `picture`, `origin` and `browser`. */
export function journey(name, walk, { needs = 'server' } = {}) {
  journeys.push({ name, walk, needs })
}

function tools(browser, origin) {
  const devices = []
  const device = async (options) => {
    const made = await openDevice(browser, options?.origin ?? origin, options)
    devices.push(made)
    return made
  }
  const look = async (page, name, options = {}) => {
    await checkPage(page, name)
    if (options.picture !== false) await picture(page, name, options)
  }
  return { devices, kit: { browser, origin, device, look, picture } }
}

async function walk({ name, walk }, browser, origin) {
  const { devices, kit } = tools(browser, origin)
  const began = Date.now()
  try {
    await walk(kit)
    const troubles = devices.flatMap((device) => device.troubles)
    if (troubles.length) throw new Error(`on the way:\n    ${[...new Set(troubles)].join('\n    ')}`)
    return { name, ok: true, ms: Date.now() - began }
  } catch (fault) {
    for (const [d, device] of devices.entries()) {
      for (const [p, page] of device.context.pages().entries()) {
        await picture(page, join('failures', `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${d}-${p}`)).catch(() => {})
      }
    }
    const troubles = [...new Set(devices.flatMap((device) => device.troubles))].filter((trouble) => !fault.message.includes(trouble))
    return { name, ok: false, ms: Date.now() - began, message: [fault.stack ?? String(fault), ...troubles.map((trouble) => `    also: ${trouble}`)].join('\n') }
  } finally {
    await Promise.all(devices.map((device) => device.close().catch(() => {})))
  }
}

/** @param origin of the server; without it the journeys that need one are skipped */
export async function run(browser, origin, filter) {
  const chosen = journeys.filter(({ name }) => !filter || name.includes(filter))
  const outcomes = []
  for (const each of chosen) {
    if (each.needs === 'server' && !origin) {
      console.log(`  skipped  ${each.name}`)
      outcomes.push({ name: each.name, skipped: true })
      continue
    }
    const outcome = await walk(each, browser, origin)
    console.log(`  ${outcome.ok ? 'passed ' : 'FAILED '}  ${each.name} (${(outcome.ms / 1000).toFixed(1)} s)`)
    if (!outcome.ok) console.log(outcome.message.replace(/^/gm, '           '))
    outcomes.push(outcome)
  }
  return report(outcomes)
}

function report(outcomes) {
  const failures = outcomes.filter((o) => o.ok === false).map(({ name, message }) => ({ name, message }))
  const results = { passed: outcomes.filter((o) => o.ok).length, failed: failures.length, skipped: outcomes.filter((o) => o.skipped).length, failures }
  const file = process.env.HUTONG_RESULT ?? join(OUT, 'results.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(results, null, 2))
  console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`)
  return results
}
