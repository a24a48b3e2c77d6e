// The shop's own script: says who shops, gets that signed by the shop's backend, and includes the widget.
// A site without customers of its own needs no more than the script element.

const KEY = 'shop.customer';
const shopper = document.querySelector('#shopper');
shopper.value = localStorage.getItem(KEY) ?? '';
shopper.addEventListener('change', () => {
  localStorage.setItem(KEY, shopper.value);
  location.reload();
});

/** What the backend has signed about the customer; empty for a guest, and where there is no backend. */
async function identityOf(customer) {
  if (customer === '') return '';
  const answer = await fetch(`identity/${customer}`);
  return answer.ok ? (await answer.json()).identity : '';
}

function includeWidget(identity) {
  const script = document.createElement('script');
  script.src = '/widget/loader.js';
  Object.assign(script.dataset, { bot: 'demo-store', accent: '#2b5f4a', label: 'Fjell & Fern help' });
  if (identity !== '') script.dataset.identity = identity;
  document.head.append(script);
}

includeWidget(await identityOf(shopper.value));
