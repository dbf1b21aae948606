/** The rules for glyphs of rare characters. They are many and hardly ever needed, so the page stands first. */
export function bringRareCharacters(): void {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = '/fonts/rare-han/rare-han.css'
  const bring = (): unknown => document.head.append(link)
  if (document.readyState === 'complete') bring()
  else window.addEventListener('load', () => setTimeout(bring), { once: true })
}
