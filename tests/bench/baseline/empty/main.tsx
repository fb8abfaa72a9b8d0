/** The least a page made with Solid can be that also opens offline: one heading, and the same service worker. */
import { render } from 'solid-js/web'

void navigator.serviceWorker.register('/service-worker.js')

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
render(() => <h1>Empty</h1>, root)
