import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The worker with the files of one build put in; another file makes another version. */
export function workerOf(source: string, files: Record<string, string | Uint8Array>): string {
  const paths = Object.keys(files).sort()
  const sum = createHash('sha256').update(source)
  for (const path of paths) sum.update(path).update('\0').update(files[path]!).update('\0')
  return source.replace("'__FILES__'", paths.map((path) => JSON.stringify(path)).join(', ')).replace('__VERSION__', sum.digest('hex').slice(0, 16))
}

/** Puts the worker beside the page, with the list of all that the build made. */
export function offline(base: string, root: string): Plugin {
  return {
    name: 'hutong-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files: Record<string, string | Uint8Array> = {}
        for (const [name, made] of Object.entries(bundle)) files[base + name] = made.type === 'chunk' ? made.code : made.source
        for (const name of readdirSync(join(root, 'public'))) files[base + name] = readFileSync(join(root, 'public', name))
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: workerOf(readFileSync(join(root, 'worker.js'), 'utf8'), files) })
      },
    },
  }
}
