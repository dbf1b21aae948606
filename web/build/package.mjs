// Called by Maven: brings the apps and the font they share into the jar's folder. `npm ci` runs only when the lock file changed, the build only when a source changed.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const APPS = ['resident', 'officer', 'field']
const web = dirname(dirname(fileURLToPath(import.meta.url)))
const resources = join(web, 'target', 'classes', 'META-INF', 'resources')
const skipped = new Set(['node_modules', 'dist', 'target', 'out', 'generated', '.vite'])

function* files(folder) {
  for (const name of readdirSync(folder).sort()) {
    if (skipped.has(name)) continue
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path)
    else yield path
  }
}

function hash(paths) {
  const sum = createHash('sha256')
  for (const path of paths) sum.update(relative(web, path)).update('\0').update(readFileSync(path)).update('\0')
  return sum.digest('hex')
}

const stamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function run(...args) {
  const done = spawnSync('npm', args, { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.error?.code === 'ENOENT') throw new Error('npm is missing: install Node.js 20.19 or newer with npm')
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${done.status ?? done.signal}`)
}

function main() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node.js 20.19 or newer is needed, this is ${process.versions.node}`)

  const lock = hash([join(web, 'package-lock.json')])
  const lockStamp = join(web, 'node_modules', '.hutong-lock')
  if (stamp(lockStamp) !== lock) {
    run('ci', '--no-audit', '--no-fund')
    writeFileSync(lockStamp, lock)
  }

  const contract = join(web, '..', 'docs', 'generated', 'openapi.json')
  const sources = [
    ...['apps', 'packages', 'build'].flatMap((folder) => [...files(join(web, folder))]).filter((path) => !/\.test\.ts$/.test(path)),
    ...['package.json', 'package-lock.json', 'vite.shared.ts', 'tsconfig.base.json'].map((name) => join(web, name)),
    ...(existsSync(contract) ? [contract] : []),
  ]
  const source = hash(sources)
  const sourceStamp = join(web, 'target', 'sources.sha256')
  const complete = APPS.every((app) => existsSync(join(resources, app, 'index.html')))
  if (complete && stamp(sourceStamp) === source) return

  run('run', 'build')
  rmSync(resources, { recursive: true, force: true })
  for (const app of APPS) {
    mkdirSync(resources, { recursive: true })
    cpSync(join(web, 'apps', app, 'dist'), join(resources, app), { recursive: true })
  }
  cpSync(join(web, 'packages', 'rare-han', 'files'), join(resources, 'fonts', 'rare-han'), { recursive: true })
  writeFileSync(sourceStamp, source)
}

try {
  main()
} catch (fault) {
  console.error(`web: ${fault.message}`)
  process.exit(1)
}
