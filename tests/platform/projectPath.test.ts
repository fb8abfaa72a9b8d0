import { expect, test } from 'vitest'
import { projectOf } from '../../src/platform/projectPath.ts'

test.each([
  ['/p/a-B_1', 'a-B_1'],
  ['/p/abc/', 'abc'],
  [`/p/${'x'.repeat(64)}`, 'x'.repeat(64)],
  [`/p/${'x'.repeat(65)}`, undefined],
  ['/p/', undefined],
  ['/p/a b', undefined],
  ['/p/abc/more', undefined],
  ['/templates', undefined],
])('the path %s names the project %s', (path, project) => {
  expect(projectOf(path)).toBe(project)
})
