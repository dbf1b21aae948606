/** Asks again until the answer is no longer undefined, null or false; says what was waited for when it never comes. */
export async function until(what, ask, { within = 15_000, every = 50 } = {}) {
  const end = Date.now() + within
  let last
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== null && answer !== false) return answer
      last = undefined
    } catch (fault) {
      last = fault
    }
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}${last ? `: ${last.message}` : ''}`)
    await new Promise((done) => setTimeout(done, every))
  }
}
