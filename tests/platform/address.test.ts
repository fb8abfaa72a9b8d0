// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import { followAddress, navigate, path, query, setQuery } from '../../src/platform/address.ts'

/** Transitions settle in a few turns of the microtask queue. */
const arrived = () => new Promise((resolve) => setTimeout(resolve))

describe('the address', () => {
  beforeEach(async () => {
    navigate('/', { replace: true })
    await arrived()
  })

  test('leads to the page of a link that is pressed', async () => {
    const end = followAddress()
    document.body.innerHTML = '<a href="/p/one?line=two"><span>One</span></a>'
    document.querySelector('span')?.click()
    await arrived()
    end()
    expect([path(), query('line')]).toEqual(['/p/one', 'two'])
  })

  test('takes a second press, while the page is still being loaded, for no further step', async () => {
    const steps = history.length
    navigate('/templates')
    navigate('/templates')
    expect(history.length).toBe(steps + 1)
    await arrived()
    expect(path()).toBe('/templates')
  })

  test('changes a value of the query at once and stays on the page', async () => {
    navigate('/p/one')
    await arrived()
    setQuery('line', 'two')
    expect([path(), query('line')]).toEqual(['/p/one', 'two'])
    setQuery('line', null)
    expect(query('line')).toBeNull()
  })

  test('leaves links to other places and to files to the browser', () => {
    const end = followAddress()
    document.body.innerHTML =
      '<a href="mailto:a@b.example">a</a><a href="/x" download>b</a><a href="/x" target="_blank">c</a>'
    const taken = [...document.querySelectorAll('a')].map((link) => {
      const press = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0 })
      link.dispatchEvent(press)
      return press.defaultPrevented
    })
    end()
    expect(taken).toEqual([false, false, false])
    expect(path()).toBe('/')
  })
})
