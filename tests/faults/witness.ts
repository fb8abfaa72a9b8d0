import { expect, type Page } from '@playwright/test'

/** What a page showed at one moment while it said "Saved on this device". */
export interface Sight {
  /** How many actions the page had taken by then. */
  readonly actions: number
  /** State of each line's tick box, by its text. */
  readonly boxes: Readonly<Record<string, string>>
}

/** Watches one page from inside: what it promised, and what was done to it after the last promise. */
export interface Witness {
  readonly page: Page
  /** Presses the tick box of a line from inside the page, in the turn it is called. */
  tick(line: string): Promise<void>
  /** Counts an action on a line that is taken from outside, just before it is. */
  note(line: string): Promise<void>
  /** The lines whose state was promised and not touched since, with that state. */
  promised(): Map<string, string>
  /** All boxes as shown now. */
  boxes(): Promise<Record<string, string>>
}

interface Watched {
  actions: number
  boxes(): Record<string, string>
  sawSaved(sight: Sight): void
}

/** Runs in the page: tells each moment at which the page says that all it shows is saved. */
function watch(): void {
  const watched = window as unknown as Watched
  watched.actions = 0
  watched.boxes = () => {
    const found = [...document.querySelectorAll('[role=checkbox]')]
    return Object.fromEntries(found.map((box) => [box.textContent, box.getAttribute('aria-checked') ?? '']))
  }
  const look = () => {
    const status = document.querySelector('[role=status][aria-label=Saving]')
    if (status?.textContent !== 'Saved on this device') return
    const boxes = watched.boxes()
    if (Object.keys(boxes).length > 0) watched.sawSaved({ actions: watched.actions, boxes })
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['aria-checked'],
  })
}

/** Opens a page of the context on a project, with a witness in it, and waits until it shows its lines as saved. */
export async function openWitnessed(page: Page, address: string): Promise<Witness> {
  const touched: string[] = []
  let last: Sight = { actions: 0, boxes: {} }
  await page.exposeFunction('sawSaved', (sight: Sight) => {
    last = sight
  })
  await page.addInitScript(watch)
  await page.goto(address)
  await expect.poll(() => Object.keys(last.boxes).length, { timeout: 15_000 }).toBeGreaterThan(0)

  return {
    page,
    async tick(line) {
      touched.push(line)
      await page.evaluate((text) => {
        const watched = window as unknown as Watched
        watched.actions++
        const all = [...document.querySelectorAll<HTMLElement>('[role=checkbox]')]
        const box = all.find((candidate) => candidate.textContent === text)
        if (!box) throw new Error(`No line "${text}"`)
        box.click()
      }, line)
    },
    async note(line) {
      touched.push(line)
      await page.evaluate(() => {
        const watched = window as unknown as Watched
        watched.actions++
      })
    },
    promised() {
      const since = new Set(touched.slice(last.actions))
      return new Map(Object.entries(last.boxes).filter(([line]) => !since.has(line)))
    },
    boxes: () => page.evaluate(() => (window as unknown as Watched).boxes()),
  }
}
