// How long a form of 500 questions and a table of 200 rows takes from a key press to the painted frame, in Chromium slowed four times. Prints the median
// and the 95th percentile for a question among many and for a cell, as cards and as a grid; and how long until what follows from the answer, a sum, is
// painted too. It measures; it fails only when nothing was painted.
import { DESK, launch, openDevice, PHONE } from './lib/browser.mjs'
import { forward } from './lib/form.mjs'
import { startMock } from './mock/server.mjs'

const QUESTIONS = 499
const PAGES = 5
const ROWS = 200
const KEYS = 60
const SLOWER = 4
const LIMIT = 50
/** Between two strokes of a quick typist. */
const PAUSE = 200

const label = (zh) => ({ zh, en: zh })
const number = (id, more = {}) => ({ id, kind: 'integer', label: label(`第 ${id.slice(1)} 题有多少？`), required: false, ...more })

/** Every fifth question shows the next ones, and every tenth is added up; cells show and add up cells. */
function longForm() {
  const questions = Array.from({ length: QUESTIONS }, (_, i) => {
    if (i % 10 === 9) return number(`q${i}`, { calculate: { sum: [`q${i - 9}`, `q${i - 4}`] } })
    return number(`q${i}`, i % 5 === 0 ? {} : { visible: { answer: `q${i - (i % 5)}`, op: '<', value: 1_000_000 }, constraints: [{ criterion: { answer: `q${i}`, op: '<', value: 1000 }, message: label('太多了') }] })
  })
  const columns = [
    { id: 'name', kind: 'text', label: label('姓名'), required: true },
    { id: 'born', kind: 'partialDate', label: label('出生日期'), required: false },
    { id: 'age', kind: 'integer', label: label('年龄'), required: false, calculate: { yearsBetween: ['born', 'today'] } },
    { id: 'wage', kind: 'decimal', label: label('工资'), required: true, visible: { answer: 'age', op: '>=', value: 18 } },
    { id: 'other', kind: 'decimal', label: label('其他收入'), required: true },
    { id: 'both', kind: 'decimal', label: label('合计'), required: false, calculate: { sum: ['wage', 'other'] } },
    { id: 'idle', kind: 'yesNo', label: label('在家吗？'), required: false },
    { id: 'why', kind: 'text', label: label('为什么'), required: false, visible: { answer: 'idle', op: '=', value: true } },
  ]
  const size = Math.ceil(QUESTIONS / PAGES)
  const pages = Array.from({ length: PAGES }, (_, p) => ({ id: `p${p}`, title: label(`第 ${p + 1} 部分`), questions: questions.slice(p * size, (p + 1) * size) }))
  pages[0].questions.push({ id: 'rows', kind: 'table', label: label('所有的人'), required: true, columns }, { id: 'total', kind: 'decimal', label: label('全部收入'), required: false, calculate: { sum: ['rows.both'] } })
  return {
    template: 'LONG', title: label('很长的表'), department: 'civil-affairs', purpose: { zh: '测量', en: 'To measure', basis: '测量' },
    components: [{ id: 'ask', kind: 'form', audience: 'who', title: label('很长的表'), pages }],
  }
}

function typedBefore() {
  const rows = Array.from({ length: ROWS }, (_, i) => ({ id: `r${i}`, cells: { name: `人${i}`, born: '1980-03', wage: '5000.50', other: String(i), idle: i % 2 === 0, why: '照看孩子' } }))
  const answers = Object.fromEntries(Array.from({ length: QUESTIONS }, (_, i) => [`q${i}`, i % 10]).filter(([id]) => Number(id.slice(1)) % 10 !== 9))
  return { answers: { ...answers, rows }, version: 1, savedAt: '2026-11-23T02:00:00Z' }
}

/**
 * Each key from its press to the moment after the frame that it led to, and to the last frame that it changed a text in. Nothing is asked of the page
 * meanwhile: that would be measured too.
 */
async function strokes(page, keys) {
  await page.evaluate(() => {
    window.strokes = []
    let stroke
    const framed = (done) =>
      requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.onmessage = done
        after.port2.postMessage(0)
      })
    document.addEventListener('keydown', ({ timeStamp }) => {
      const mine = { shown: undefined, followed: undefined }
      stroke = (what) => (mine[what] = performance.now() - timeStamp)
      framed(() => window.strokes.push((mine.shown = performance.now() - timeStamp, mine)))
    }, true)
    new MutationObserver(() => {
      const mine = stroke
      framed(() => mine?.('followed'))
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(PAUSE)
  }
  await page.waitForFunction((count) => window.strokes.length >= count, keys.length)
  return page.evaluate(() => window.strokes)
}

function print(what, strokes) {
  const sorted = (times) => times.filter((time) => time !== undefined).sort((a, b) => a - b)
  const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  const shown = sorted(strokes.map((stroke) => stroke.shown))
  const followed = sorted(strokes.map((stroke) => stroke.followed))
  const p95 = at(shown, 0.95)
  const after = followed.length ? `   what follows ${at(followed, 0.5).toFixed(1).padStart(6)} ms, p95 ${at(followed, 0.95).toFixed(1).padStart(6)} ms` : ''
  console.log(`${what.padEnd(34)} median ${at(shown, 0.5).toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms   limit ${LIMIT} ms   ${p95 <= LIMIT ? 'within' : 'ABOVE'}${after}`)
}

const digits = Array.from({ length: KEYS }, (_, i) => (i % 6 === 5 ? 'Backspace' : String((i % 9) + 1)))

async function measure(browser, viewport, cell, question) {
  const { town, origin, stop } = await startMock({ LONG: longForm() })
  town.drafts.LONG = typedBefore()
  const device = await openDevice(browser, origin, { viewport })
  try {
    const page = await device.page()
    const slow = await device.context.newCDPSession(page)
    await page.goto('/resident/form/LONG/ask')
    await page.locator('[data-asked]').waitFor()
    // All is answered, so the form would go on at its end.
    await page.goto('/resident/form/LONG/ask?step=p0')
    await page.locator('[data-question="q5"]').waitFor()
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    if (question) {
      await page.locator('[data-question="q5"] input').focus()
      print(question, await strokes(page, digits))
      // What was typed is far too much, and the form would rightly not go on.
      await page.locator('[data-question="q5"] input').fill('5')
    }
    while (!(await page.locator('[data-question="rows"]').count())) await forward(page)
    await page.locator('[data-row="r100"] button').click()
    await page.locator('[data-cell="rows/r100/other"] input').focus()
    print(cell, await strokes(page, digits))
    const shown = await page.locator('[data-cell="rows/r100/other"] input').inputValue()
    if (shown.length < 10 || device.troubles.length) throw new Error(`nothing was typed, or the page had troubles: ${shown} ${device.troubles.join('; ')}`)
  } finally {
    await device.close()
    await stop()
  }
}

/** What the browser itself takes on this machine for a page with nothing but a field. */
async function bare(browser) {
  const page = await browser.newPage({ viewport: PHONE })
  await page.setContent('<!doctype html><label>1 <input></label>')
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.locator('input').focus()
  print('a page with one field only', await strokes(page, digits))
  await page.close()
}

const browser = await launch()
try {
  console.log(`a form of ${QUESTIONS + 1} questions with a table of ${ROWS} rows, Chromium ${browser.version()} slowed ${SLOWER} times, ${KEYS} keys each`)
  await bare(browser)
  await measure(browser, PHONE, 'a cell of an open card (360 px)', 'a question')
  await measure(browser, DESK, 'a cell of a grid (1280 px)')
} finally {
  await browser.close()
}
