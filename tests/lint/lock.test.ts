import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  readonly resolved?: string
  readonly optionalDependencies?: Record<string, string>
}

const path = resolve(import.meta.dirname, '../../package-lock.json')
const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Locked> }

// npm leaves a package out when the registry it asked has no copy for that platform, and `npm ci` then refuses the
// lock file npm itself wrote, on every machine (https://github.com/npm/cli/issues/9846).
test('the lock file names every optional package, for platforms other than this one too', () => {
  const missing = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages || `${owner}/node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
})

test('the lock file leaves the choice of registry to the machine', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})
