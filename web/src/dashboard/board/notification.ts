/** A desktop notification, when the agent allowed them and does not look at the page anyway. */
export function showNotification(text: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  const notification = new Notification('Deskhand', { body: text, tag: 'deskhand-inbox' });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}

export function canAskForNotifications(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'default';
}
