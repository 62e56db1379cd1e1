type Attributes = Record<string, string | number | null | undefined>

/** A text as it may stand in XML, in an element or an attribute. Control characters, which XML forbids, are dropped. */
export function escapeXml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** An element with its attributes (null ones left out) and children, which must be XML already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  const inside = children.join('')
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`
}
