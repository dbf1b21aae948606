// Serves the built apps with the real content security policy and an invented API, so that screens can be looked at without a server.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { randomUUID } from 'node:crypto'
import { WEB } from '../lib/paths.mjs'
import { DATA, FILES, formOf, KINDS, NOTICES, region, RESIDENTS, ROWS } from './town.mjs'

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }
export const CSP = "default-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const manifests = Object.fromEntries(
  await Promise.all(['T11', 'T01'].map(async (id) => [id, JSON.parse(await readFile(join(WEB, '..', 'templates', `${id}.json`), 'utf8'))])),
)
manifests.KINDS = KINDS
manifests.FILES = FILES
manifests.ROWS = ROWS

/** Starts it on a free port; `town` is its state and may be changed while it runs. `more` are applications besides the usual ones, by id. */
export async function startMock(more = {}) {
  const town = { manifests: { ...manifests, ...more }, signedIn: true, asks: ['T11', 'T01'], drafts: {}, submitted: {}, keys: {}, messages: [], changed: false, refuse: undefined, refuseFile: undefined, files: {}, calls: [] }
  const server = createServer((request, response) => handle(town, request, response).catch((fault) => response.writeHead(500).end(String(fault.stack))))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { town, origin: `http://localhost:${server.address().port}`, stop: () => new Promise((done) => (server.closeAllConnections(), server.close(done))) }
}

async function handle(town, request, response) {
  const url = new URL(request.url, 'http://localhost')
  if (!url.pathname.startsWith('/api/')) return page(url, response)
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  if (url.pathname.startsWith('/api/resident/files')) return file(town, request, url, Buffer.concat(chunks), response)
  const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : undefined
  const answer = api(town, request.method, url, body, request.headers)
  town.calls.push({ method: request.method, path: url.pathname, body, status: answer.status })
  const headers = { 'Content-Type': answer.status >= 400 ? 'application/problem+json' : 'application/json', 'Cache-Control': 'no-store' }
  response.writeHead(answer.status, headers).end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
}

async function page(url, response) {
  const app = url.pathname.split('/')[1]
  const dist = app === 'fonts' ? join(WEB, 'packages') : join(WEB, 'apps', app, 'dist')
  const inside = normalize(url.pathname.slice(app.length + 1)).replace('rare-han/', app === 'fonts' ? 'rare-han/files/' : 'rare-han/')
  const file = extname(inside) ? join(dist, inside) : join(dist, 'index.html')
  try {
    const content = await readFile(file)
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP }).end(content)
  } catch {
    response.writeHead(404).end()
  }
}

/** Takes a file as it comes, and gives it back. */
function file(town, request, url, body, response) {
  if (request.method === 'GET') {
    const held = town.files[url.pathname.split('/').at(-1)]
    return held ? response.writeHead(200, { 'Content-Type': held.mediaType, 'Cache-Control': 'private, no-store' }).end(held.bytes) : response.writeHead(404).end()
  }
  const boundary = `--${/boundary=(.+)$/.exec(request.headers['content-type'])[1]}`
  const parts = body.toString('latin1').split(boundary).slice(1, -1)
  const part = parts.find((each) => each.includes('name="file"'))
  const bytes = Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1')
  const answer = town.refuseFile ? town.refuseFile() : { status: 201, body: { id: randomUUID(), mediaType: bytes.subarray(0, 4).toString('latin1') === '%PDF' ? 'application/pdf' : bytes[0] === 0x89 ? 'image/png' : 'image/jpeg', bytes: bytes.length } }
  if (answer.status === 201) town.files[answer.body.id] = { mediaType: answer.body.mediaType, bytes }
  town.calls.push({ method: 'POST', path: url.pathname, bytes: bytes.length, head: bytes.subarray(0, 4).toString('latin1'), fields: parts.filter((each) => each !== part).map((each) => each.replace(/\r\n/g, ' ').trim()), status: answer.status })
  response.writeHead(answer.status, { 'Content-Type': answer.status >= 400 ? 'application/problem+json' : 'application/json' }).end(JSON.stringify(answer.body))
}

export const unfit = (message) => problem(422, 'file-unfit', '这个文件不能用', { errors: [{ path: 'file', code: 'file-heic', message }] })

const ok = (body, status = 200) => ({ status, body })
const problem = (status, code, title, more = {}) => ({ status, body: { type: `/problems/${code}`, status, code, title, detail: more.detail, errors: [], ...more } })

function waiting(town) {
  return town.asks
    .filter((id) => !town.submitted[id])
    .map((id) => {
      const form = town.manifests[id].components.find((c) => c.kind === 'form')
      return { application: id, form: form.id, title: town.manifests[id].title, formTitle: form.title, published: '2026-11-20T01:00:00Z', department: town.manifests[id].department, questions: id === 'T11' ? 3 : 1, mostQuestions: id === 'T11' ? 8 : 1, closes: id === 'T11' ? '2026-11-27' : '2026-12-31', draft: Boolean(town.drafts[id]) }
    })
}

function api(town, method, url, body, headers) {
  const path = url.pathname
  if (path === '/api/health') return ok({ status: 'ok', demo: true })
  if (path === '/api/setup') return ok({ needed: false, demo: true })
  if (path === '/api/demo/residents') return ok(RESIDENTS)
  if (path === '/api/demo/messages') return ok(town.messages)
  if (path === '/api/resident/codes') {
    town.messages = [{ phone: body.phone, text: '【互通】验证码 246810，5 分钟内有效。不要告诉别人。', at: new Date().toISOString() }]
    return ok({ expiresInSeconds: 300 }, 202)
  }
  if (path === '/api/resident/session') {
    if (method === 'POST') {
      if (body.code !== '246810') return problem(401, 'code-refused', '验证码不对或者过期了', { detail: '请看看短信里的 6 位数字；过期了可以再发一次。' })
      town.signedIn = true
    }
    if (method === 'DELETE') {
      town.signedIn = false
      return { status: 204 }
    }
    if (!town.signedIn) return problem(401, 'not-signed-in', '请先登录')
    return ok({ name: '王秀英', newcomer: false, region: { code: '320613002001', name: { zh: '北濠东村社区', en: 'Beihao Dongcun' } }, subject: '320613-0198' })
  }
  if (!town.signedIn) return problem(401, 'session-expired', '登录已经过期')
  if (path === '/api/resident/home') {
    const asks = waiting(town)
    const questions = asks.reduce((sum, ask) => sum + ask.questions, 0)
    const mostQuestions = asks.reduce((sum, ask) => sum + ask.mostQuestions, 0)
    return ok({ questions, mostQuestions, minutes: Math.max(1, Math.round(questions / 3)), mostMinutes: Math.max(1, Math.round(mostQuestions / 3)), asks, notices: { unread: 1 }, wards: [] })
  }
  if (path === '/api/resident/notices') return ok(town.asks.length ? NOTICES : [])
  if (path.endsWith('/read')) return { status: 204 }
  if (path === '/api/resident/data') return ok(DATA)
  if (path === '/api/resident/wards') return ok([])
  if (path === '/api/resident/regions') return ok([((one) => ({ code: one.code, level: one.level, name: one.name }))(region('320000000000'))])
  if (path.startsWith('/api/resident/regions/')) return ok(region(path.split('/').at(-1)))
  if (path === '/api/resident/submissions') return ok(Object.values(town.submitted))
  if (path.startsWith('/api/resident/submissions/')) return ok(Object.values(town.submitted).find((s) => s.id === path.split('/').at(-1)))
  const [, application, , last] = /^\/api\/resident\/forms\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? []
  if (application) return form(town, method, application, last, body, headers)
  return problem(404, 'not-found', '没有找到')
}

function form(town, method, application, last, body, headers) {
  const state = { submitted: town.submitted[application], draft: town.drafts[application], changed: town.changed }
  if (!last) return ok(formOf(town.manifests[application], state))
  if (last === 'draft') {
    const savedAt = new Date().toISOString()
    town.drafts[application] = { answers: body.answers, version: body.version, savedAt }
    return ok({ savedAt })
  }
  const key = headers['idempotency-key']
  if (town.keys[key]) return ok(town.keys[key])
  if (town.refuse) return town.refuse(body)
  if (town.changed && body.seen.address !== 'act-9') return problem(409, 'value-changed', '有一项刚刚变了', { errors: [{ path: 'address', code: 'value-changed', message: '住址刚刚由工作人员更新过' }] })
  const id = randomUUID()
  const receipt = {
    id, submission: id, title: town.manifests[application].title, receipt: '4827 1930', submittedAt: new Date().toISOString(), asked: Object.keys(body.answers).length, confirmed: body.confirmed.length, reused: 3, derived: 1,
    written: [{ label: { zh: '过敏情况', en: 'Allergies' }, to: { zh: '您的个人数据', en: 'Your own data' } }],
    answers: Object.entries(body.answers).map(([qid, value]) => ({ id: qid, label: { zh: qid, en: qid }, display: String(value) })),
  }
  town.submitted[application] = receipt
  town.keys[key] = receipt
  delete town.drafts[application]
  return ok(receipt, 201)
}
