/** An element with what is in it. `name` has the usual prefix of its namespace, `label` is as the source writes it. */
export type XmlElement = {
  readonly name: string
  readonly label: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (XmlElement | string)[]
  readonly parent?: XmlElement
}

function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string'
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter(isElement)
}

/** The text right in an element, trimmed; undefined when there is none. */
export function ownText(element: XmlElement | undefined): string | undefined {
  const text = element?.children.filter((child) => !isElement(child)).join('').trim()
  return text === '' ? undefined : text
}

const ESCAPES: ReadonlyMap<string, string> = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']])

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES.get(character) ?? character)
}

/** What is in an element, as HTML: for Atom's `xhtml` texts. The scanner has bounded its depth. */
export function innerHtml(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return escape(child)
      const name = child.label.replace(/^.*:/, '')
      const attributes = Array.from(child.attributes, ([key, value]) => ` ${key}="${escape(value)}"`).join('')
      return `<${name}${attributes}>${innerHtml(child)}</${name}>`
    })
    .join('')
}

/** What the elements of one item are called in an account, and which became what. Each is named once. */
export class ElementClaims {
  readonly #claims = new Map<XmlElement, { readonly to: string; readonly why?: string }>()
  readonly #above = new Set<XmlElement>()

  take(element: XmlElement | undefined, to: string, why?: string): void {
    if (!element || this.#claims.has(element)) return
    this.#claims.set(element, why === undefined ? { to } : { to, why })
    for (let above = element.parent; above && !this.#above.has(above); above = above.parent) this.#above.add(above)
  }

  leaveOut(element: XmlElement | undefined, why: string): void {
    this.take(element, 'left-out', why)
  }

  has(element: XmlElement): boolean {
    return this.#claims.has(element) || this.#above.has(element)
  }

  /** Whether the element as a whole became something. */
  isTaken(element: XmlElement): boolean {
    return this.#claims.has(element)
  }

  account(root: XmlElement, path: string): { at: string; to: string; why?: string }[] {
    const claim = this.#claims.get(root)
    if (claim) return [{ at: path, ...claim }]
    if (!this.#above.has(root)) return [{ at: path, to: 'left-out', why: isEmpty(root) ? 'empty' : 'an article has no field for it' }]
    const stray = ownText(root) === undefined ? [] : [{ at: `${path}/text()`, to: 'left-out', why: 'words between the elements' }]
    return [...pathsOf(elementsOf(root), path).flatMap(({ element, at }) => this.account(element, at)), ...stray]
  }
}

/** The paths of elements beside one another: numbered from 1 where several have one name. */
function pathsOf(elements: readonly XmlElement[], path: string): { element: XmlElement; at: string }[] {
  const counts = new Map<string, number>()
  for (const { label } of elements) counts.set(label, (counts.get(label) ?? 0) + 1)
  const numbers = new Map<string, number>()
  return elements.map((element) => {
    const number = (numbers.get(element.label) ?? 0) + 1
    numbers.set(element.label, number)
    const at = `${path}/${element.label}`
    return { element, at: counts.get(element.label) === 1 ? at : `${at}[${String(number)}]` }
  })
}

function isEmpty(element: XmlElement): boolean {
  return element.attributes.size === 0 && ownText(element) === undefined && elementsOf(element).length === 0
}
