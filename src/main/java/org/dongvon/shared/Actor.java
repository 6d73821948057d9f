package org.dongvon.shared;

/**
 * Who is acting: the maker of a submission, with the role and the scope it is done in.
 *
 * @param id the account's id; 0 is the server itself
 * @param personId the human being behind the account; 0 is the server itself. Maker and checker are compared by it
 * @param login the name signed in with, which commands take after {@code --as}
 * @param name the person's full name
 * @param role what they may do
 * @param officeId the transaction office they belong to; 0 for none
 * @param scope where they may do it
 */
public record Actor(long id, long personId, String login, String name, Role role, long officeId, Scope scope) {

    /** The server itself, with the whole country in scope: imports, the daily run, demonstration data. */
    public static final Actor SYSTEM = new Actor(0, 0, "system", "system", Role.SYSTEM, 0, Scope.COUNTRY);

    /** Whoever reads what is public, without a log-in: no scope. */
    static final Actor PUBLIC = publicIn(Scope.NONE);

    /** Whoever holds a receipt, with the points that its proof is read from. */
    static Actor publicIn(Scope points) {
        return new Actor(0, 0, "public", "public", Role.AUDITOR, 0, points);
    }

    /**
     * Lets only these roles pass.
     *
     * @throws Refused {@link SharedRefusal#ROLE_MAY_NOT}
     */
    public void requireRole(Role... allowed) {
        for (var role : allowed) {
            if (role == this.role) {
                return;
            }
        }
        throw new Refused(SharedRefusal.ROLE_MAY_NOT, role);
    }
}
