/** The name part of a code for words of a language with letters, or for pinyin: `drinking water` and `yin shui` become drinkingWater and yinShui. */
export function codeName(words: string): string {
  const parts = words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').split(/[^A-Za-z0-9]+/).filter(Boolean)
  const joined = parts.map((part, index) => index === 0 ? part.toLowerCase() : part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()).join('')
  return joined.replace(/^[0-9]+/, '').slice(0, 40)
}
