package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Hash trees as in RFC 6962: a leaf is SHA-256(00 ‖ text), a node is SHA-256(01 ‖ left ‖ right), and a tree of n leaves
 * splits at the largest power of two below n. The tree of no leaves is SHA-256 of nothing.
 *
 * <p>Example: the root over leaves a, b and c is {@code node(node(a, b), c)}.
 */
public final class MerkleTree {

    private static final int LEAF = 0;
    private static final int NODE = 1;

    private MerkleTree() {}

    /** The hash of a leaf's text. */
    public static Hash leaf(String text) {
        return Hash.marked(LEAF, text.getBytes(UTF_8));
    }

    /** The hash of a node over two trees. */
    public static Hash node(Hash left, Hash right) {
        return Hash.marked(NODE, left.raw(), right.raw());
    }

    /** The root over the hashes of leaves, in their order. */
    public static Hash root(List<Hash> leaves) {
        return switch (leaves.size()) {
            case 0 -> Hash.of("");
            case 1 -> leaves.getFirst();
            default -> {
                int left = split(leaves.size());
                yield node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
            }
        };
    }

    /**
     * What stands beside a leaf on its way up to the root, lowest first: the inclusion proof.
     *
     * @throws IndexOutOfBoundsException when there is no such leaf
     */
    public static List<Beside> path(List<Hash> leaves, int index) {
        java.util.Objects.checkIndex(index, leaves.size());
        var path = new ArrayList<Beside>();
        climb(leaves, index, path);
        return List.copyOf(path);
    }

    private static void climb(List<Hash> leaves, int index, List<Beside> path) {
        if (leaves.size() == 1) {
            return;
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (index < split) {
            climb(left, index, path);
            path.add(new Beside(Side.RIGHT, root(right)));
        } else {
            climb(right, index - split, path);
            path.add(new Beside(Side.LEFT, root(left)));
        }
    }

    /** The root that a leaf and what stands beside it lead to. */
    public static Hash climb(Hash leaf, List<Beside> path) {
        var here = leaf;
        for (var beside : path) {
            here = beside.side() == Side.LEFT ? node(beside.hash(), here) : node(here, beside.hash());
        }
        return here;
    }

    /** The largest power of two below a size of two or more. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** On which side of the way up a hash stands. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /** A hash beside the way from a leaf to the root. */
    public record Beside(Side side, Hash hash) {}
}
