import { readSettings } from './settings';
import { createLauncher } from './launcher';

// Runs once per page, as a classic script: <script src="https://help.example/widget/loader.js" data-bot="…" defer></script>
const script = document.currentScript;
if (script instanceof HTMLScriptElement && document.querySelector('deskhand-widget') === null) {
  const settings = readSettings(script);
  const start = (): void => createLauncher(settings);
  if (document.body === null) document.addEventListener('DOMContentLoaded', start);
  else start();
}
