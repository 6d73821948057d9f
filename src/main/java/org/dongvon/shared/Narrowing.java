package org.dongvon.shared;

import org.jspecify.annotations.Nullable;

/**
 * What of a scope's points may be seen: all, or one association's, one group's, one person's. Several at once narrow
 * together.
 *
 * @param association the association's code, such as {@code HPN}; none for all
 * @param groupId the savings-and-credit group; none for all
 * @param personId the person of a household; none for all
 */
public record Narrowing(
        @Nullable String association,
        @Nullable Long groupId,
        @Nullable Long personId) {

    /** Nothing is narrowed. */
    public static final Narrowing NONE = new Narrowing(null, null, null);

    /** To a group that no group is: nothing of the books is left, but one's own submissions. */
    public static final Narrowing NO_BOOKS = ofGroup(0);

    public static Narrowing ofAssociation(String code) {
        return new Narrowing(code, null, null);
    }

    public static Narrowing ofGroup(long id) {
        return new Narrowing(null, id, null);
    }

    public static Narrowing ofPerson(long id) {
        return new Narrowing(null, null, id);
    }

    public boolean isNone() {
        return association == null && groupId == null && personId == null;
    }
}
