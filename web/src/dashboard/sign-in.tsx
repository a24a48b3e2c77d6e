import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { wordsFor } from '../chat-core/problem';
import { Mark } from './mark';

export function SignIn({
  onSignIn,
}: {
  readonly onSignIn: (username: string, password: string) => Promise<void>;
}): VNode {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onSignIn(username.trim(), password);
    } catch (problem) {
      setError(wordsFor(problem));
      setPassword('');
    } finally {
      setBusy(false);
    }
  };

  return (
    <main class="sign-in">
      <form onSubmit={(event) => void submit(event)} aria-labelledby="sign-in-title">
        <Mark size={44} />
        <h1 id="sign-in-title">Sign in to Deskhand</h1>
        <p class="quiet">The desk where people take over from the assistant.</p>
        <label>
          User name
          <input
            ref={first}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            required
            value={username}
            onInput={(event) => setUsername(event.currentTarget.value)}
          />
        </label>
        <label>
          Password
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        {error !== null && (
          <p class="form-error" role="alert">
            {error}
          </p>
        )}
        <button type="submit" class="primary" disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </main>
  );
}
