// Adds up what the test tools reported: surefire's XML per module, vitest's JSON, the journeys' JSON. Ends with one true line.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [results, ...modules] = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
let suites = 0

function add(passed, failed, skipped) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

const number = (tag, name) => Number(tag.match(new RegExp(`\\s${name}="(\\d+)"`))?.[1] ?? 0)

for (const module of modules) {
  const folder = join(module, 'target', 'surefire-reports')
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!/^TEST-.*\.xml$/.test(name)) continue
    const xml = readFileSync(join(folder, name), 'utf8')
    const tag = xml.match(/<testsuite\s[^>]*>/)?.[0] ?? ''
    const failed = number(tag, 'failures') + number(tag, 'errors')
    const skipped = number(tag, 'skipped')
    add(number(tag, 'tests') - failed - skipped, failed, skipped)
    suites++
    for (const [, attributes, body] of xml.matchAll(/<testcase\s([^>]*[^/])>([\s\S]*?)<\/testcase>/g)) {
      if (/<(failure|error)[\s>]/.test(body)) failures.push(`${attributes.match(/classname="([^"]*)"/)?.[1]}.${attributes.match(/\bname="([^"]*)"/)?.[1]}`)
    }
  }
}

const vitest = join(results, 'vitest.json')
if (existsSync(vitest)) {
  const report = JSON.parse(readFileSync(vitest, 'utf8'))
  // A file that does not even load has no tests of its own: it counts as one failure.
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
  add(report.numPassedTests, report.numFailedTests + unloadable.length, report.numPendingTests + (report.numTodoTests ?? 0))
  suites += report.testResults.length
  for (const file of unloadable) failures.push(file.name)
  for (const file of report.testResults) {
    for (const test of file.assertionResults) if (test.status === 'failed') failures.push(`${file.name}: ${test.fullName}`)
  }
}

const journeys = join(results, 'journeys.json')
if (existsSync(journeys)) {
  const report = JSON.parse(readFileSync(journeys, 'utf8'))
  add(report.passed, report.failed, report.skipped ?? 0)
  suites++
  for (const failure of report.failures ?? []) failures.push(`journey: ${typeof failure === 'string' ? failure : failure.name}`)
}

for (const failure of failures.slice(0, 50)) console.log(`  failed: ${failure}`)
if (failures.length > 50) console.log(`  ... and ${failures.length - 50} more`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 || total.passed === 0 || suites === 0 ? 1 : 0)
