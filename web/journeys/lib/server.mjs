// The server under the journeys: the one that HUTONG_URL names, else one of our own from the built jar, on a free port, in a folder that is thrown away.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OUT, ROOT } from './paths.mjs'
import { until } from './until.mjs'

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

function jar() {
  const target = join(ROOT, 'server', 'target')
  const name = existsSync(target) && readdirSync(target).find((file) => file.endsWith('-exec.jar'))
  if (!name) throw new Error('there is no server to run: build it first (./hutong build), or name one in HUTONG_URL')
  return join(target, name)
}

const java = () => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java')

/** @returns {Promise<{origin: string, stop: () => Promise<void>}>} */
export async function startServer() {
  if (process.env.HUTONG_URL) {
    return { origin: process.env.HUTONG_URL.replace(/\/$/, ''), stop: async () => {} }
  }
  return startOwn({ demo: true })
}

/** A server in a folder of its own: with the demo town, or as a new site finds it. `data` is that folder. */
export async function startOwn({ demo }) {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'hutong-journeys-'))
  mkdirSync(OUT, { recursive: true })
  const log = createWriteStream(join(OUT, demo ? 'server.log' : 'new-site.log'))
  const server = spawn(java(), ['-Xmx1g', '-XX:+UseSerialGC', '-Dspring.aot.enabled=true', '-jar', jar(), `--server.port=${port}`, `--hutong.data-dir=${data}`, `--hutong.demo=${demo}`], { stdio: ['ignore', 'pipe', 'pipe'] })
  server.stdout.pipe(log)
  server.stderr.pipe(log)
  const ended = new Promise((done) => server.once('exit', done))
  const stop = async () => {
    server.kill('SIGTERM')
    await Promise.race([ended, new Promise((done) => setTimeout(done, 20_000).unref())])
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  }
  const origin = `http://localhost:${port}`
  try {
    await until(demo ? 'the server and its demo town' : 'the server', async () => {
      if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}, see ${join('web', 'journeys', 'out', 'server.log')}`)
      return (await fetch(`${origin}/api/health`)).ok && (!demo || (await (await fetch(`${origin}/api/demo/residents`)).json()).length > 0)
    }, { within: 180_000, every: 500 })
  } catch (fault) {
    await stop()
    throw fault
  }
  return { origin, data, stop }
}
