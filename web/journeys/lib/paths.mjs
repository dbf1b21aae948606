import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The npm workspace, the repository, and where results and pictures go. */
export const WEB = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const ROOT = dirname(WEB)
export const OUT = join(WEB, 'journeys', 'out')
export const PICTURES = join(ROOT, 'docs', 'screenshots')
