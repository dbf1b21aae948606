// A plugin that names in the page what its small first script is going to import, so that it comes at the same time; styles, which the first picture waits
// for, go ahead of scripts.

/** @param {string} module the end of the path of the imported module, such as `/src/app.ts` */
export function preload(module) {
  return {
    name: 'hutong-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
        if (!first) throw new Error(`there is no chunk of ${module}`)
        const all = new Set()
        const add = (chunk) => {
          if (!chunk || all.has(chunk)) return
          all.add(chunk)
          chunk.imports.forEach((name) => add(chunks.find(({ fileName }) => fileName === name)))
        }
        add(first)
        const base = /(?:src|href)="([^"]*)assets\//.exec(html)[1]
        const named = (file) => html.includes(`"${base}${file}"`)
        const styles = [...new Set([...all].flatMap(({ viteMetadata }) => [...viteMetadata.importedCss]))]
        return [
          ...[...all].map(({ fileName }) => fileName).filter((file) => !named(file)).map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', fetchpriority: 'low', crossorigin: true, href: base + file }, injectTo: 'head' })),
          ...styles.filter((file) => !named(file)).map((file) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: base + file }, injectTo: 'head' })),
        ]
      },
    },
  }
}
