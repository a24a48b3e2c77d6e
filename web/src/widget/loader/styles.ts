export const css = `
:host {
  all: initial;
  position: fixed;
  inset-block-end: 20px;
  inset-inline-end: 20px;
  z-index: 2147483000;
  direction: inherit;
}
.launcher {
  position: relative;
  display: grid;
  place-items: center;
  inline-size: 58px;
  block-size: 58px;
  margin-inline-start: auto;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  box-shadow: 0 6px 22px rgb(0 0 0 / 24%);
  cursor: pointer;
  transition: transform .16s ease;
}
.launcher:hover { transform: scale(1.05); }
.launcher:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
svg {
  grid-area: 1 / 1;
  inline-size: 27px;
  block-size: 27px;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.8;
  stroke-linecap: round;
  stroke-linejoin: round;
  transition: opacity .16s, transform .2s;
}
.fold, :host([data-open]) .ask { opacity: 0; transform: rotate(-30deg) scale(.6); }
:host([data-open]) .fold { opacity: 1; transform: none; }
.badge {
  position: absolute;
  inset-block-start: -3px;
  inset-inline-end: -3px;
  min-inline-size: 21px;
  block-size: 21px;
  padding: 0 5px;
  box-sizing: border-box;
  border-radius: 11px;
  background: #c62828;
  color: #fff;
  font: 700 12px/21px system-ui, sans-serif;
  text-align: center;
  box-shadow: 0 0 0 2px #fff;
}
.badge[hidden] { display: none; }
.panel {
  display: block;
  position: absolute;
  inset-block-end: 74px;
  inset-inline-end: 0;
  inline-size: 400px;
  max-inline-size: calc(100vw - 40px);
  block-size: min(680px, calc(100vh - 114px));
  border: 0;
  border-radius: 18px;
  background: #fff;
  color-scheme: normal;
  box-shadow: 0 16px 56px rgb(0 0 0 / 26%), 0 0 0 1px rgb(0 0 0 / 6%);
  opacity: 0;
  visibility: hidden;
  transform: translateY(12px) scale(.985);
  transform-origin: 100% 100%;
  transition: opacity .16s, transform .2s cubic-bezier(.2, .9, .3, 1), visibility 0s .2s;
}
:host([data-open]) .panel { opacity: 1; visibility: visible; transform: none; transition-delay: 0s; }
@media (prefers-color-scheme: dark) { .panel { background: #191d1b; } }
@media (max-width: 480px) {
  :host([data-open]) { inset: 0; }
  .panel {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    border-radius: 0;
  }
  :host([data-open]) .launcher { display: none; }
}
@media (prefers-reduced-motion: reduce) { *, *::before { transition: none !important; } }
@media print { :host { display: none; } }
`;
