import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const known = new WeakMap<Root, readonly Nodes[]>();

/**
 * Returns all nodes of a tree in document order. The list is cached, so the tree must not change
 * until it is rendered.
 */
export function nodesIn(tree: Root): readonly Nodes[] {
	let nodes = known.get(tree);
	if (!nodes) {
		const all: Nodes[] = [];
		visit(tree, (node) => void all.push(node));
		known.set(tree, (nodes = all));
	}
	return nodes;
}

/** Returns the nodes of the given types, in document order. */
export function nodesOf<Type extends Nodes['type']>(
	tree: Root,
	...types: readonly Type[]
): Extract<Nodes, { readonly type: Type }>[] {
	const isOne = (node: Nodes): node is Extract<Nodes, { readonly type: Type }> =>
		(types as readonly string[]).includes(node.type);
	return nodesIn(tree).filter(isOne);
}
