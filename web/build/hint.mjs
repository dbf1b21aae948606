// A plugin that asks the browser to compile the scripts that every first page runs while they still come, off the main thread, instead of function by
// function when they are called (V8's explicit compile hints, Chromium 136 and later; others read a comment).
const HINT = '//# allFunctionsCalledOnLoad\n'

/** @param {RegExp} chunks the names of the chunks that a first page runs */
export function compileHint(chunks) {
  return {
    name: 'hutong-compile-hint',
    apply: 'build',
    enforce: 'post',
    // After Vite has written in what each import brings along.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunks.test(chunk.name)) chunk.code = HINT + chunk.code
      },
    },
  }
}
