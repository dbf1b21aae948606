// Adds up what the test tools reported: surefire's XML per module, vitest's JSON, the journeys' JSON.
// Ends with one true line; an exit status of 1 when anything failed or nothing ran.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [results, ...modules] = process.argv.slice(2)
const total = { passed: 0, failed: 0, skipped: 0 }
const parts = []
const failures = []
let suites = 0

function add(passed, failed, skipped) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

// What one tool reported, for a line of its own above the sum.
function part(name, count) {
  const before = { ...total }
  count()
  const own = Object.fromEntries(Object.keys(total).map((key) => [key, total[key] - before[key]]))
  parts.push(`  ${name}: ${own.passed} passed, ${own.failed} failed, ${own.skipped} skipped`)
}

const number = (tag, name) => Number(tag.match(new RegExp(`\\s${name}="(\\d+)"`))?.[1] ?? 0)

part('Java', () => {
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
})

const vitest = join(results, 'vitest.json')
if (existsSync(vitest)) part('TypeScript', () => {
  const report = JSON.parse(readFileSync(vitest, 'utf8'))
  // A file that does not even load has no tests of its own: it counts as one failure.
  const unloadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
  add(report.numPassedTests, report.numFailedTests + unloadable.length, report.numPendingTests + (report.numTodoTests ?? 0))
  suites += report.testResults.length
  if (!report.success && report.numFailedTests === 0 && unloadable.length === 0) {
    add(0, 1, 0)
    failures.push('vitest: an error outside of any test')
  }
  for (const file of unloadable) failures.push(file.name)
  for (const file of report.testResults) {
    for (const test of file.assertionResults) if (test.status === 'failed') failures.push(`${file.name}: ${test.fullName}`)
  }
})

const journeys = join(results, 'journeys.json')
if (existsSync(journeys)) part('journeys', () => {
  const report = JSON.parse(readFileSync(journeys, 'utf8'))
  add(report.passed, report.failed, report.skipped ?? 0)
  suites++
  for (const failure of report.failures ?? []) failures.push(`journey: ${typeof failure === 'string' ? failure : failure.name}`)
})

// What did not even finish counts as one failure each, so that the sum is never rosier than the run.
for (const broken of (process.env.HUTONG_BROKEN ?? '').split('\n').filter(Boolean)) {
  add(0, 1, 0)
  failures.push(`${broken} did not finish`)
}

for (const failure of failures.slice(0, 50)) console.log(`  failed: ${failure}`)
if (failures.length > 50) console.log(`  ... and ${failures.length - 50} more`)
for (const line of parts) console.log(line)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 || total.passed === 0 || suites === 0 ? 1 : 0)
