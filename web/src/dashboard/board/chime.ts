/** Two soft tones for what an agent should hear of now, unless they turned that off in this browser. */
const KEY = 'deskhand.quiet';
const TONES_HZ = [659, 880] as const;
const APART_S = 0.12;
const LASTS_S = 0.35;

let context: AudioContext | null = null;

export function isQuiet(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Lasts as long as the browser lets it. */
export function setQuiet(quiet: boolean): void {
  try {
    if (quiet) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: the setting is then as it was.
  }
}

/** Browsers let a page sound only after its user did something in it; until then this is silent. */
export function chime(): void {
  if (isQuiet() || !('AudioContext' in globalThis)) return;
  context ??= new AudioContext();
  const sounding = context;
  sounding.resume().then(
    () => TONES_HZ.forEach((hz, index) => tone(sounding, hz, sounding.currentTime + index * APART_S)),
    () => undefined,
  );
}

function tone(on: AudioContext, hz: number, at: number): void {
  const oscillator = on.createOscillator();
  const gain = on.createGain();
  oscillator.frequency.value = hz;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + LASTS_S);
  oscillator.connect(gain).connect(on.destination);
  oscillator.start(at);
  oscillator.stop(at + LASTS_S);
}
