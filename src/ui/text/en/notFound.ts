/** Words of the page for an address that leads nowhere. */
export const notFound = {
  title: 'There is no such page',
  text: 'The address may be mistyped or from another version. Your projects are where they were.',
  home: 'Go to your projects',
} as const
