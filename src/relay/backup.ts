/** `npm run relay:backup -- FILE`: copies the relay's log into a file, consistently, also while the relay runs. */
import { existsSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { readSettings } from './settings.ts'

async function copy(target: string | undefined): Promise<string | undefined> {
  const settings = readSettings(process.env)
  if ('refused' in settings) return settings.refused
  if (!target) return 'Say where to: npm run relay:backup -- FILE'
  if (existsSync(target)) return `${target} is there already. Choose another file, or remove it.`
  if (!existsSync(settings.file)) return `There is no ${settings.file}. DATA_DIR names the relay's folder.`
  const source = new DatabaseSync(settings.file, { readOnly: true })
  try {
    const pages = await backup(source, target)
    console.log(`Copied ${settings.file} to ${target}: ${pages} pages.`)
  } finally {
    source.close()
  }
  return undefined
}

const refused = await copy(process.argv[2]).catch(
  (error: unknown) => `The copy failed: ${error instanceof Error ? error.message : String(error)}`,
)
if (refused) {
  console.error(refused)
  process.exitCode = 1
}
