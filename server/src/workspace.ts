/**
 * Which file a link written in another leads to. Files are named with `/` between folders: absolute paths or URIs.
 * Undefined where the link is no relative path or would leave `root`: links never leave the folder that is checked.
 */
export function linkTarget(from: string, link: string, root: string): string | undefined {
  if (link === '' || /^(?:[/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(link) || link.includes('\0')) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of link.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  const target = steps.join('/');
  const folder = root.endsWith('/') ? root : `${root}/`;
  return target.startsWith(folder) ? target : undefined;
}
