/** The characters that packages/rare-han has glyphs for: extension A, the end of the first block, extensions B to F. */
const RARE = /[\u3400-\u4dbf\u9fa6-\u9fff]|[\ud840-\ud87a][\udc00-\udfff]/

type Field = HTMLInputElement | HTMLTextAreaElement

/** Whether a rare character stands in a text of the page or in a field. */
export function hasRare(node: Node): boolean {
  if (RARE.test(node.textContent ?? '')) return true
  if (!(node instanceof Element)) return false
  const fields = node.matches('input, textarea') ? [node] : [...node.querySelectorAll('input, textarea')]
  return fields.some((field) => RARE.test((field as Field).value))
}

/**
 * Brings the rules for glyphs of rare characters once one of them is on the page. They are 500 rules and hardly ever needed, and where they are every
 * text is laid out with them.
 */
export function bringRareCharacters(): void {
  const changed = new MutationObserver((changes) => {
    if (changes.some(({ target, addedNodes }) => (addedNodes.length ? [...addedNodes].some(hasRare) : target.nodeType === Node.TEXT_NODE && hasRare(target)))) bring()
  })
  const typed = ({ target }: Event): void => {
    if (target instanceof Node && hasRare(target)) bring()
  }
  function bring(): void {
    changed.disconnect()
    document.removeEventListener('input', typed, true)
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = '/fonts/rare-han/rare-han.css'
    document.head.append(link)
  }
  changed.observe(document.body, { subtree: true, childList: true, characterData: true })
  document.addEventListener('input', typed, true)
  if (hasRare(document.body)) bring()
}
