/** What controls are called that say nothing of themselves, in the language of the signed-in person. */
export type ControlNames = Readonly<Record<'add' | 'all' | 'bold' | 'choose' | 'clear' | 'italic' | 'link' | 'more' | 'move' | 'row', string>>

type Repair = { selector: string; repair: (element: HTMLElement, names: ControlNames) => void }

/**
 * What Payload's own markup leaves out for people who do not see it, as axe finds it: the names of controls that show a
 * sign or stand beside their label, and roles that do not hold (WCAG 1.3.1, 2.5.3, 4.1.2). Each is done once; what Payload
 * mends by itself is left alone.
 */
const REPAIRS: readonly Repair[] = [
  {
    selector: 'input#select-all',
    repair: (element, { all }) => {
      element.removeAttribute('aria-labelledby')
      element.setAttribute('aria-label', all)
    },
  },
  {
    selector: 'td input[type=checkbox]:not([aria-labelledby])',
    repair: (element, { row }) => nameIfNone(element, [row, element.closest('tr')?.querySelector('a')?.textContent ?? ''].join(' ').trim()),
  },
  { selector: '.rs__input, .react-datepicker__input-container > input', repair: (element, { choose }) => nameIfNone(element, labelOf(element) ?? choose) },
  { selector: '[contenteditable=true][role=textbox]', repair: (element, { choose }) => nameIfNone(element, labelOf(element) ?? choose) },
  { selector: '.toolbar-popup__button[data-button-key=bold]', repair: (element, { bold }) => nameIfNone(element, bold) },
  { selector: '.toolbar-popup__button[data-button-key=italic]', repair: (element, { italic }) => nameIfNone(element, italic) },
  { selector: '.toolbar-popup__button[data-button-key=link]', repair: (element, { link }) => nameIfNone(element, link) },
  { selector: '.date-time-picker__clear-button', repair: (element, { clear }) => nameIfNone(element, clear) },
  { selector: 'button.popup-button', repair: (element, { more }) => nameIfNone(element, more) },
  { selector: '.collapsible__drag', repair: (element, { move }) => nameIfNone(element, move) },
  // What is typed may be in any script.
  { selector: '.field-type.text input[type=text]:not([dir]), .field-type.textarea textarea:not([dir]), .ContentEditable__root:not([dir])', repair: (element) => element.setAttribute('dir', 'auto') },
  {
    // A label in several languages, taken for a text.
    selector: '[aria-label*="[object Object]"]',
    repair: (element, { add }) => element.setAttribute('aria-label', [add, labelOf(element)].filter(Boolean).join(': ')),
  },
  {
    // It can be reached, so it is there for everybody.
    selector: '.clear-indicator[aria-hidden=true]',
    repair: (element, { clear }) => {
      element.removeAttribute('aria-hidden')
      element.setAttribute('aria-label', clear)
    },
  },
  // The box beside it opens by the same keys.
  { selector: '.dropdown-indicator[aria-hidden=true]:not([tabindex="-1"])', repair: (element) => element.setAttribute('tabindex', '-1') },
  // A button may not hold another one, which takes the value away.
  { selector: '.rs__multi-value[role=button]', repair: (element) => element.setAttribute('role', 'group') },
  { selector: 'ul.doc-tabs__tabs:not([role])', repair: (element) => element.setAttribute('role', 'none') },
  // What they show says more than what they are called.
  { selector: '.doc-tab[aria-label], #empty-trash-button[aria-label]', repair: (element) => element.removeAttribute('aria-label') },
]

/** Makes every repair that is due in a part of the page. */
export function repairControls(part: ParentNode, names: ControlNames): void {
  for (const { repair, selector } of REPAIRS) {
    for (const element of part.querySelectorAll<HTMLElement>(selector)) repair(element, names)
  }
}

/** Names a control that shows no words and has no name. */
function nameIfNone(element: HTMLElement, name: string): void {
  if (element.getAttribute('aria-label') || element.getAttribute('aria-labelledby')) return
  if (element instanceof HTMLInputElement && [...(element.labels ?? [])].some((label) => label.textContent.trim() !== '')) return
  if (element instanceof HTMLButtonElement && element.textContent.trim() !== '') return
  if (name !== '') element.setAttribute('aria-label', name)
}

/** What the field around it is called, without the star of what is required. */
function labelOf(element: HTMLElement): string | undefined {
  const label = element.closest('.field-type, .payload-settings__language')?.querySelector('.field-label, label')?.textContent
  return label?.replace(/\*\s*$/, '').trim() || undefined
}
