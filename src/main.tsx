import { render } from 'solid-js/web'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
render(() => <h1>Rollcall</h1>, root)
