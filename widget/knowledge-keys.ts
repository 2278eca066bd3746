type Direction = 'onward' | 'back';

/**
 * One stop for the Tab key in the whole picture; from there the arrow keys go along the lines (right, left) and through
 * the column (down, up). The node under the focus or the pointer stands out with its lines and neighbours.
 */
export function followEdges(picture: HTMLElement, show: (node: Element) => void): void {
  const nodes = [...picture.querySelectorAll<SVGAElement>('[data-node]')];
  const edges = [...picture.querySelectorAll<SVGPathElement>('[data-from]')];
  const byName = new Map(nodes.map((node) => [nameOf(node), node]));

  const neighbours = (node: SVGAElement, direction: Direction): SVGAElement[] => {
    const [here, there] = direction === 'onward' ? (['from', 'to'] as const) : (['to', 'from'] as const);
    return edges
      .filter((edge) => edge.dataset[here] === nameOf(node))
      .sort((a, b) => widthOf(b) - widthOf(a))
      .flatMap((edge) => byName.get(edge.dataset[there] ?? '') ?? []);
  };

  const column = (node: SVGAElement): SVGAElement[] =>
    nodes.filter((each) => kindOf(each) === kindOf(node)).sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);

  const next = (node: SVGAElement, key: string): SVGAElement | undefined => {
    if (key === 'ArrowRight') return neighbours(node, 'onward')[0];
    if (key === 'ArrowLeft') return neighbours(node, 'back')[0];
    const there = column(node);
    const at = there.indexOf(node);
    if (key === 'ArrowDown') return there[at + 1];
    if (key === 'ArrowUp') return there[at - 1];
    if (key === 'Home') return there[0];
    return key === 'End' ? there.at(-1) : undefined;
  };

  const setStop = (stop: SVGAElement): void => {
    for (const node of nodes) node.setAttribute('tabindex', node === stop ? '0' : '-1');
  };

  const highlight = (node: SVGAElement | undefined): void => {
    const lit = new Set(node ? [node, ...neighbours(node, 'onward'), ...neighbours(node, 'back')] : []);
    picture.toggleAttribute('data-lit', node !== undefined);
    for (const each of nodes) each.toggleAttribute('data-on', lit.has(each));
    for (const edge of edges) {
      edge.toggleAttribute('data-on', node !== undefined && [edge.dataset['from'], edge.dataset['to']].includes(nameOf(node)));
    }
  };

  const [first] = nodes;
  if (first) setStop(first);
  for (const node of nodes) {
    node.addEventListener('focus', () => {
      setStop(node);
      highlight(node);
      show(node);
    });
    node.addEventListener('blur', () => highlight(undefined));
    node.addEventListener('pointerenter', () => highlight(node));
    node.addEventListener('pointerleave', () => highlight(nodes.find((each) => each === document.activeElement)));
    node.addEventListener('keydown', (event) => {
      const target = next(node, event.key);
      if (!/^(Arrow|Home|End)/.test(event.key)) return;
      event.preventDefault();
      target?.focus({ preventScroll: true });
    });
  }
}

function nameOf(node: SVGElement): string {
  return node.dataset['node'] ?? '';
}

function kindOf(node: SVGElement): string {
  return nameOf(node).split('-')[0] ?? '';
}

function widthOf(edge: SVGElement): number {
  return Number(edge.getAttribute('stroke-width'));
}
