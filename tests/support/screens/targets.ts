import { expect, type Page } from '@playwright/test'

/**
 * Expects that everything on the page that can be pressed is at least 44 px wide and high, measured as a finger finds
 * it: by what answers at the points around its middle. A label is part of its field. Excepted are what cannot be
 * pressed now (disabled, covered by a dialog) and links in running text, as WCAG 2.5.5 does.
 */
export async function expectTargets(page: Page): Promise<void> {
  expect(await page.evaluate(measureTargets, 44), 'targets smaller than 44 px').toEqual([])
}

/** Runs in the page. Gives a line for each target that is too small. */
function measureTargets(least: number): string[] {
  const pressable =
    'button, a[href], input, select, textarea, summary, [role^="menuitem"], [role="option"], [tabindex="0"]'
  const layers = document.querySelectorAll<HTMLElement>('dialog[open], [popover]:popover-open')
  const top = [...layers].at(-1) ?? document.body

  /** What answers to a press on an element: its label does so too. */
  const answers = (target: Element, hit: Element | null): boolean => {
    if (hit === null) return false
    if (target.contains(hit)) return true
    const label = hit.closest('label')
    return label?.control === target && hit.closest('button, a[href]') === null
  }
  /** How far from a point one can go one way before something else answers, in steps of a pixel. */
  const reach = (target: Element, x: number, y: number, dx: number, dy: number): number => {
    for (let step = 1; step <= least; step++) {
      if (!answers(target, document.elementFromPoint(x + dx * step, y + dy * step))) return step - 1
    }
    return least
  }
  const measure = (target: Element): string | null => {
    target.scrollIntoView({ block: 'center' })
    const area = target.getBoundingClientRect()
    const [x, y] = [area.x + area.width / 2, area.y + area.height / 2]
    const hit = document.elementFromPoint(x, y)
    const name = target.getAttribute('aria-label') ?? target.textContent?.trim().slice(0, 40) ?? ''
    if (!answers(target, hit))
      return `${target.tagName} "${name}" is covered by ${hit?.tagName}.${hit?.className}`
    const width = reach(target, x, y, -1, 0) + reach(target, x, y, 1, 0) + 1
    const height = reach(target, x, y, 0, -1) + reach(target, x, y, 0, 1) + 1
    return width < least || height < least ? `${target.tagName} "${name}" is ${width} by ${height} px` : null
  }
  const inText = (target: Element): boolean =>
    target.matches('a[href]') &&
    getComputedStyle(target).display === 'inline' &&
    target.parentElement?.textContent?.trim() !== target.textContent?.trim()
  const shown = (target: Element): boolean => {
    const { width, height } = target.getBoundingClientRect()
    const clipped = getComputedStyle(target).clipPath !== 'none'
    return width > 0 && height > 0 && !clipped && target.checkVisibility({ visibilityProperty: true })
  }
  return [...top.querySelectorAll(pressable)]
    .filter((target) => !target.matches(':disabled') && shown(target) && !inText(target))
    .map(measure)
    .filter((problem) => problem !== null)
}
