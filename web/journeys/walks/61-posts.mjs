// Posts: an account is made and begins with a password of its own, a deputy steps in, a post changes hands, the auditor reads of it.
import assert from 'node:assert/strict'
import { DESK, PHONE } from '../lib/browser.mjs'
import { journey } from '../lib/journeys.mjs'
import { ask, officerDevice } from '../lib/people.mjs'

const dayFrom = (days) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000))
const sessionOf = (device) => ask(device, 'GET', '/api/officer/session')
/** Signed in for this journey alone: choosing a post ends the cookie that others would go on with. */
async function alone(kit, login, options) {
  const device = await kit.device({ viewport: DESK, ...options })
  const { password } = (await ask(device, 'GET', '/api/demo/accounts')).find((account) => account.login === login)
  const session = await ask(device, 'POST', '/api/officer/session', { login, password })
  if (!session.post) await ask(device, 'PUT', '/api/officer/session/post', { post: session.posts[0].id })
  return device
}

const choose = (page, login) => page.locator(`[data-account-choice="${login}"]`).check()

async function find(page, login) {
  await page.locator('dialog input[type=search], form input[type=search]').last().fill(login)
  await page.locator(`[data-account-choice="${login}"]`).waitFor()
}

journey('an administrator makes an account, and its owner begins with a password of her own', async (kit) => {
  const device = await officerDevice(kit, 'administrator')
  const page = await device.page()
  await page.goto('/officer/')
  await page.locator('[data-account-row]').first().waitFor()
  await kit.look(page, 'officer-accounts')
  const login = `wang.${Date.now().toString(36)}`
  await page.locator('[data-action="create-account"]').click()
  await page.locator('#new-name').fill('王小丽')
  await page.locator('#new-login').fill(login)
  await page.locator('[data-action="make-account"]').click()
  const password = await page.locator('[data-one-time]').innerText()
  await kit.look(page, 'officer-one-time')
  await page.locator('[data-action="slip-done"]').click()
  await page.locator('input[type=search]').fill(login)
  await page.keyboard.press('Enter')
  await page.locator(`[data-account-row="${login}"] .chip.attention`).waitFor()
  assert.equal(await page.locator('[data-one-time]').count(), 0, 'shown once')

  const { items: [post] } = await ask(device, 'GET', `/api/administration/posts?q=${encodeURIComponent('社区残联岗')}`)
  const { items: [account] } = await ask(device, 'GET', `/api/administration/accounts?q=${login}`)
  await ask(device, 'POST', `/api/posts/${post.id}/holdings`, { account: account.id, since: dayFrom(0), deputy: false })

  const fresh = await kit.device({ viewport: DESK })
  const first = await fresh.page()
  await first.goto('/officer/')
  await first.locator('#login').fill(login)
  await first.locator('#password').fill(password)
  await first.locator('form button[type=submit]').click()
  await first.locator('#password-next').waitFor()
  await kit.look(first, 'officer-password-due')
  assert.equal(await first.locator('#password-current').count(), 0, 'what was just typed is not asked for again')
  await first.locator('#password-next').fill('eine-neue-losung')
  await first.locator('#password-again').fill('eine-neue-losung')
  await first.locator('form button[type=submit]').click()
  await first.locator('[data-account]').waitFor()
  assert.equal((await sessionOf(fresh)).post.id, post.id)
})

journey('whoever begins in the field with a one-time password chooses a password of the own there', async (kit) => {
  const device = await officerDevice(kit, 'administrator')
  const login = `li.${Date.now().toString(36)}`
  const made = await ask(device, 'POST', '/api/administration/accounts', { name: '李网格', login, region: '320613002001' })
  const { items: [post] } = await ask(device, 'GET', `/api/administration/posts?q=${encodeURIComponent('社区卫生健康岗')}`)
  await ask(device, 'POST', `/api/posts/${post.id}/holdings`, { account: made.account, since: dayFrom(0), deputy: false })
  const phone = await kit.device({ viewport: PHONE })
  const field = await phone.page()
  await field.goto('/field/')
  await field.locator('#login').fill(login)
  await field.locator('#password').fill(made.password)
  await field.locator('form button[type=submit]').click()
  await field.locator('#password-next').waitFor()
  await kit.look(field, 'field-password-due')
  await field.locator('#password-next').fill('eine-neue-losung')
  await field.locator('#password-again').fill('eine-andere-losung')
  await field.locator('form button[type=submit]').click()
  await field.locator('#fault-again').waitFor()
  await field.locator('#password-again').fill('eine-neue-losung')
  await field.locator('form button[type=submit]').click()
  await field.locator('nav.tabs').waitFor()
})

journey('a deputy steps in for some days with the own account, and the page is kept where the other post may see it', async (kit) => {
  const holder = await officerDevice(kit, 'street.civil')
  const page = await holder.page()
  const post = (await sessionOf(holder)).post.id
  await page.goto('/officer/')
  await page.locator('[data-account]').click()
  await page.locator('[data-go="post"]').click()
  await page.locator('[data-held="street.civil"]').waitFor()
  await page.locator('[data-action="name-deputy"]').click()
  await find(page, 'street.police')
  await choose(page, 'street.police')
  await page.locator('#since').fill(dayFrom(0))
  await page.locator('#until').fill(dayFrom(5))
  await kit.look(page, 'officer-name-deputy')
  await page.locator('[data-action="give"]').click()
  await page.locator('[data-held="street.police"] .chip.attention').waitFor()
  await kit.look(page, 'officer-post')

  const draft = await ask(holder, 'POST', '/api/applications', { template: 'T01' })
  const deputy = await alone(kit, 'street.police', { allow: [404, 403] })
  const desk = await deputy.page()
  await desk.goto(`/officer/applications/${draft.id}/edit`)
  await desk.locator('[role=alert]').waitFor()
  await desk.locator('[data-account] > button').press('ArrowDown')
  await desk.locator(`[role=menuitem][data-post="${post}"]`).waitFor()
  await kit.look(desk, 'officer-post-menu')
  await desk.locator(`[role=menuitem][data-post="${post}"]`).press('Enter')
  await desk.locator('[data-action="check"]').waitFor()
  assert.match(desk.url(), new RegExp(`${draft.id}/edit`), 'the page that was asked for opens in the other post')
  assert.equal((await sessionOf(deputy)).post.deputy, true)
  await desk.locator('[data-account] > button').click()
  await desk.locator('[role=menuitem][data-post]').first().click()
  await desk.locator('[role=alert]').waitFor()
  await kit.look(desk, 'officer-not-for-this-post')

  const { held } = await ask(holder, 'GET', `/api/posts/${post}`)
  await ask(holder, 'DELETE', `/api/posts/${post}/holdings/${held.find((one) => one.deputy).holding}`)
  assert.equal((await sessionOf(deputy)).posts.length, 1, 'ended early')
})

/** An account as an administrator makes one, signed in with a password of its own. */
async function newcomer(kit, administrator, name, region) {
  const login = `${name}.${Date.now().toString(36)}`
  const { account, password } = await ask(administrator, 'POST', '/api/administration/accounts', { login, name: '顾晓燕', region })
  const device = await kit.device({ viewport: DESK })
  await ask(device, 'POST', '/api/officer/session', { login, password })
  await ask(device, 'PUT', '/api/officer/session/password', { current: password, next: 'eine-neue-losung' })
  return { login, account, device }
}

/** Somebody who has held a post since before today and is missed by no other journey: a post given today can be handed over tomorrow only. */
async function holderForLong(kit, administrator) {
  for (const login of ['street', 'community', 'district', 'city'].flatMap((level) => [`${level}.hr`, `${level}.urban`])) {
    const { items } = await ask(administrator, 'GET', `/api/administration/accounts?q=${login}`)
    const account = items.find((each) => each.login === login)
    const own = account.posts.find((each) => !each.deputy)
    const { held } = own ? await ask(administrator, 'GET', `/api/posts/${own.post}`) : { held: [] }
    if (held.length !== 1 || held[0].since >= dayFrom(0)) continue
    const device = await alone(kit, login)
    return { login, name: account.name, account: account.id, device, post: (await sessionOf(device)).post }
  }
  throw new Error('every post that may be handed over here was given today')
}

journey('a post that runs the yearly update changes hands on one screen: the successor goes on with it, and the auditor reads of it', async (kit) => {
  const administrator = await officerDevice(kit, 'administrator')
  const giver = await holderForLong(kit, administrator)
  const successor = await newcomer(kit, administrator, 'gu.xiaoyan', giver.post.region.code)
  const post = giver.post.id

  // What the post has in hand: the update of resident information running, another one begun.
  const running = await ask(giver.device, 'POST', '/api/applications', { template: 'T28' })
  await ask(giver.device, 'POST', `/api/applications/${running.id}/publish`)
  const begun = await ask(giver.device, 'POST', '/api/applications', { template: 'T28' })
  const page = await administrator.page()
  await page.goto(`/officer/posts/${post}`)
  await page.locator('[data-action="hand-over"]').click()
  await find(page, successor.login)
  await choose(page, successor.login)
  await page.locator('#last-day').fill(dayFrom(-1))
  await page.locator('#note').fill('实有人口信息更新正在进行，第二批的草稿还没有发布。\n每周三上午和社区对一次名单。')
  await page.locator('dl dd').first().waitFor()
  await kit.look(page, 'officer-handover')
  await page.setViewportSize(PHONE)
  await kit.look(page, 'officer-handover-phone')
  await page.setViewportSize(DESK)
  await page.locator('[data-action="confirm-handover"]').click()
  await page.locator(`[data-held="${successor.login}"]`).waitFor()

  assert.equal((await sessionOf(giver.device)).posts.length, 0, 'the giver holds it no more')
  const shut = await giver.device.context.request.get(`/api/applications/${running.id}`)
  assert.ok(shut.status() >= 400, `and opens nothing of it, not ${shut.status()}`)
  const desk = await successor.device.page()
  await ask(successor.device, 'PUT', '/api/officer/session/post', { post })
  await desk.goto('/officer/')
  const note = desk.locator('[data-handover="begun"]')
  await note.waitFor()
  assert.match(await note.innerText(), new RegExp(`${giver.name}[^]*每周三上午和社区对一次名单`))
  for (const { id } of [running, begun]) assert.equal(await note.locator(`a[href*="${id}"]`).count(), 1, 'both are named, and a click away')
  await kit.look(desk, 'officer-today-handover')
  await desk.setViewportSize(PHONE)
  await kit.look(desk, 'officer-today-handover-phone')
  await desk.setViewportSize(DESK)
  await desk.locator('[data-action="tick-off"]').click()
  await desk.locator('[data-handover]').waitFor({ state: 'detached' })

  // The successor goes on: the running one is the post's own to close, the draft to publish.
  await ask(successor.device, 'POST', `/api/applications/${running.id}/close`)
  await ask(successor.device, 'POST', `/api/applications/${begun.id}/publish`)
  await ask(successor.device, 'POST', `/api/applications/${begun.id}/close`)

  const auditor = await officerDevice(kit, 'auditor')
  const journal = await auditor.page()
  await journal.goto('/officer/')
  await journal.locator('tbody tr').first().waitFor()
  await kit.look(journal, 'officer-post-changes')
  const { items } = await ask(auditor, 'GET', '/api/administration/changes')
  assert.equal(items[0].kind, 'handover-planned')
  assert.deepEqual(items[0].post, giver.post.title)

  // The post goes back, so that the town is as it was.
  const { held } = await ask(administrator, 'GET', `/api/posts/${post}`)
  for (const { holding } of held) await ask(administrator, 'DELETE', `/api/posts/${post}/holdings/${holding}`)
  await ask(administrator, 'POST', `/api/posts/${post}/holdings`, { account: giver.account, since: dayFrom(0), deputy: false })
  assert.equal((await sessionOf(giver.device)).posts.length, 1)
})
