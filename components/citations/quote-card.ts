/**
 * The content of a quote card: the entry of a quote in the source list, with the head of its document, as a copy without ids. Null where the
 * page's list does not hold it.
 */
export function buildQuoteCard(id: string, labels: { close: string; copied: string }): DocumentFragment | null {
  const entry = document.getElementById(id)
  const head = entry?.closest('li[value]')?.querySelector('[data-source-head]')
  if (!entry || !head) return null
  const card = document.createDocumentFragment()
  card.append(
    closeButton(labels.close),
    withClass(copyOf(entry), 'space-y-1 text-sm'),
    withClass(copyOf(head), 'mt-3 border-t border-line pt-3 text-xs'),
  )
  for (const button of card.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '')
      button.textContent = labels.copied
    })
  }
  return card
}

/** Puts the card under the mark, or above it where there is more room, within the window. */
export function placeBeside(card: HTMLElement, mark: HTMLElement): void {
  const gap = 8
  const target = mark.getBoundingClientRect()
  const { width, height } = card.getBoundingClientRect()
  const fitsBelow = target.bottom + gap + height <= window.innerHeight
  const top = fitsBelow || target.top < height + gap ? target.bottom + gap : target.top - gap - height
  const left = Math.min(Math.max(gap, target.left - 24), window.innerWidth - width - gap)
  card.style.top = `${Math.max(gap, Math.min(top, window.innerHeight - height - gap))}px`
  card.style.left = `${left}px`
}

function copyOf(element: Element): HTMLElement {
  const copy = document.createElement('div')
  for (const child of element.childNodes) copy.append(child.cloneNode(true))
  for (const child of copy.querySelectorAll('[id]')) child.removeAttribute('id')
  return copy
}

function withClass(element: HTMLElement, className: string): HTMLElement {
  element.className = className
  return element
}

function closeButton(label: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset.close = ''
  button.textContent = '×'
  button.setAttribute('aria-label', label)
  button.className = 'float-end -mt-2 -me-2 size-8 text-lg leading-none text-muted hover:text-ink'
  return button
}
