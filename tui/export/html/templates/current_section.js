// Mark the record being read in the contents.
const links = new Map();
for (const link of document.querySelectorAll('nav a')) links.set(link.getAttribute('href'), link);
const visible = new Set();
let marked;
const observer = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) visible.add(target); else visible.delete(target);
  }
  const first = [...visible].reduce((a, b) => a && a.compareDocumentPosition(b) & 4 ? a : b, null);
  const link = first && links.get(`#${first.id}`);
  if (link === marked) return;
  marked?.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'location');
  marked = link;
}, { rootMargin: '0px 0px -70% 0px' });
for (const article of document.querySelectorAll('article')) observer.observe(article);
