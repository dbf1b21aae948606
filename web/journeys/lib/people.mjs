// The people of the demo town at their devices: how they sign in, and how they ask the server directly where a screen is not the point.
import { until } from './until.mjs'

const cookies = new Map()

/** Who may be tried in the demo town, by key. */
export async function persona(origin, key) {
  const all = await (await fetch(`${origin}/api/demo/residents`)).json()
  const found = all.find((each) => each.key === key)
  if (!found) throw new Error(`the demo town has no ${key}; it has ${all.map((each) => each.key).join(', ')}`)
  return found
}

/** Others like a persona and like all who live with that one, by the same keys: nothing has happened to them yet, so a journey may use them up. */
export async function others(origin, like) {
  const response = await fetch(`${origin}/api/demo/residents`, { method: 'POST', headers: { 'content-type': 'application/json', origin: new URL(origin).origin }, body: JSON.stringify({ like }) })
  if (!response.ok) throw new Error(`the demo town has nobody more like ${like}: ${response.status} ${(await response.text()).slice(0, 200)}`)
  return Object.fromEntries((await response.json()).map((each) => [each.key, each]))
}

/** One call in the name of whoever is signed in on this device. */
export async function ask(device, method, path, body, headers = {}) {
  const response = await device.context.request.fetch(path, {
    method,
    headers: { origin: new URL(device.origin).origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    data: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text.slice(0, 300)}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** Signs a resident in by the page, with the code from the visible message box. */
export async function signInResident(page, who) {
  if (!/\/sign-in/.test(page.url())) await page.goto('/resident/')
  await page.locator(`[data-resident="${who.key}"]`).click()
  await page.locator('[data-send-code]').click()
  await page.locator('[data-use-code]').click()
  await page.locator('form button[type=submit]').click()
  await page.locator('[data-signed-in]').waitFor({ state: 'attached' })
}

/** A resident's device with somebody signed in, a persona by key or one of `others`; the same person signs in once for all journeys. */
export async function residentDevice(kit, whom, options) {
  const device = await kit.device(options)
  const who = typeof whom === 'string' ? await persona(kit.origin, whom) : whom
  const kept = cookies.get(who.idNumber)
  if (kept) await device.context.addCookies(kept)
  else {
    const { phone, idNumber, name } = who
    await ask(device, 'POST', '/api/resident/codes', { phone })
    const code = await until('the code in the message box', async () => {
      const [message] = await ask(device, 'POST', '/api/demo/messages', { phone })
      return /\d{6}/.exec(message?.text ?? '')?.[0]
    })
    await ask(device, 'POST', '/api/resident/session', { idNumber, name, phone, code })
    cookies.set(who.idNumber, await device.context.cookies())
  }
  return device
}

/** An officer's device, signed in with a post of the demo town such as street.health. */
export async function officerDevice(kit, login, options) {
  const device = await kit.device({ viewport: { width: 1280, height: 800 }, ...options })
  const kept = cookies.get(login)
  if (kept) await device.context.addCookies(kept)
  else {
    const accounts = await ask(device, 'GET', '/api/demo/accounts')
    const { password } = accounts.find((account) => account.login === login)
    const session = await ask(device, 'POST', '/api/officer/session', { login, password })
    if (!session.post) await ask(device, 'PUT', '/api/officer/session/post', { post: session.posts[0].id })
    cookies.set(login, await device.context.cookies())
  }
  return device
}

/** Publishes a template without a screen, for journeys that are about something else. */
export async function publish(kit, login, template, change = (manifest) => manifest) {
  const office = await officerDevice(kit, login)
  const made = await ask(office, 'POST', '/api/applications', { template })
  const manifest = change(structuredClone(made.draft))
  await ask(office, 'PUT', `/api/applications/${made.id}/draft`, manifest, { 'if-match': `"${made.revision}"` })
  await ask(office, 'POST', `/api/applications/${made.id}/publish`)
  return { id: made.id, office }
}
