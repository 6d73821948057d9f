package org.dongvon.shared;

import java.util.Arrays;
import java.util.Collection;

/**
 * The transaction points whose rows may be seen and written, as PostgreSQL's text of an {@code int8multirange}, and what
 * of them.
 *
 * <p>Row-level security reads it once per statement and looks a point up by binary search, so a province of hundreds
 * of points costs what one point costs. Example: points 7, 8 and 12 are {@code {[7,9),[12,13)}}.
 */
public record Scope(String points, Narrowing narrowing) {

    /** No rows at all. */
    public static final Scope NONE = new Scope("{}", Narrowing.NONE);

    /** Every point of the country. */
    public static final Scope COUNTRY = new Scope("{(,)}", Narrowing.NONE);

    /** The scope of exactly these points. */
    public static Scope of(Collection<Long> points) {
        var sorted =
                points.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        var text = new StringBuilder("{");
        for (int i = 0; i < sorted.length; ) {
            int end = i + 1;
            while (end < sorted.length && sorted[end] == sorted[end - 1] + 1) {
                end++;
            }
            text.append(i == 0 ? "[" : ",[")
                    .append(sorted[i])
                    .append(',')
                    .append(sorted[end - 1] + 1)
                    .append(')');
            i = end;
        }
        return new Scope(text.append('}').toString(), Narrowing.NONE);
    }

    /** The scope of one or a few points. */
    public static Scope of(long... points) {
        return of(Arrays.stream(points).boxed().toList());
    }

    /** The same points, narrowed to an association, a group or a person. */
    public Scope narrowedTo(Narrowing other) {
        return new Scope(points, other);
    }

    /** Whether it is every point of the country, those of tomorrow too. */
    public boolean isCountry() {
        return points.equals(COUNTRY.points);
    }

    /** Whether only an association's, a group's or a person's rows are in it. */
    public boolean isNarrowed() {
        return !narrowing.isNone();
    }
}
