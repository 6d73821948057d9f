package org.dongvon.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A library's version in the order of Maven: numbers by size, then words before the release ({@code alpha}, {@code beta},
 * {@code m}, {@code rc}, {@code snapshot}), then the release, then {@code sp} and other words.
 *
 * <p>Example: {@code 1.9} &lt; {@code 1.10-rc1} &lt; {@code 1.10} = {@code 1.10.0} = {@code 1.10.Final} &lt; {@code 1.10.1}.
 */
record MavenVersion(List<String> parts) implements Comparable<MavenVersion> {

    private static final Pattern PART = Pattern.compile("\\d+|[a-z]+");

    /** Words that come before the release or mean it; others come after, in the order of the alphabet. */
    private static final List<String> BEFORE = List.of("alpha", "beta", "milestone", "rc", "snapshot", "");

    static MavenVersion of(String text) {
        var parts = new ArrayList<String>();
        var found = PART.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            parts.add(plain(found.group()));
        }
        while (!parts.isEmpty()
                && (parts.getLast().equals("0") || parts.getLast().isEmpty())) {
            parts.removeLast();
        }
        return new MavenVersion(List.copyOf(parts));
    }

    private static String plain(String part) {
        return switch (part) {
            case "a" -> "alpha";
            case "b" -> "beta";
            case "m" -> "milestone";
            case "cr" -> "rc";
            case "ga", "final", "release" -> "";
            default -> Character.isDigit(part.charAt(0)) ? part.replaceFirst("^0+(?=\\d)", "") : part;
        };
    }

    @Override
    public int compareTo(MavenVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private String part(int i) {
        return i < parts.size() ? parts.get(i) : "";
    }

    /** A number is after the release's end, and after every word; nothing is as 0. */
    private static int compare(String one, String other) {
        boolean number = isNumber(one);
        boolean otherNumber = isNumber(other);
        if (number && otherNumber) {
            return one.length() == other.length()
                    ? one.compareTo(other)
                    : Integer.compare(one.length(), other.length());
        }
        if (number || otherNumber) {
            var figure = number ? one : other;
            var word = number ? other : one;
            int order = figure.equals("0") && word.isEmpty() ? 0 : 1;
            return number ? order : -order;
        }
        int rank = Integer.compare(rank(one), rank(other));
        return rank == 0 ? one.compareTo(other) : rank;
    }

    private static int rank(String word) {
        int at = BEFORE.indexOf(word);
        return at < 0 ? BEFORE.size() : at;
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && Character.isDigit(part.charAt(0));
    }
}
