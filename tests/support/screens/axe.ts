import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 at level AA, and what axe holds to be good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What can differ between light and dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Expects that axe finds nothing wrong with the page as it is now, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    // There are no frames here, so the page need not be put together from several.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    // What lies under a dialog is looked at where nothing is over it.
    if ((await page.locator('dialog[open]').count()) > 0) axe.include('dialog[open]')
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(TAGS)
      : axe.withRules(OF_COLOUR)
    ).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
    expect(found, `what axe finds in ${colorScheme}`).toEqual([])
  }
}
