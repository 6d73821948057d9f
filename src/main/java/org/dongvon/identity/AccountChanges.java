package org.dongvon.identity;

/** The changes of accounts and roles that two persons make. The subject of the first and last is a login. */
public final class AccountChanges {

    /** Giving a role: facts {@code role, unit, association, group, group-id, from, through}. */
    public static final String GIVE_ROLE = "identity.role";

    /** Ending a role: the subject is the number of the grant; fact {@code state}. */
    public static final String END_ROLE = "identity.role-end";

    /**
     * A new account with its first role: facts {@code name}, {@code number}, {@link #NUMBER_HASH}, and those of a role.
     * The subject is the login.
     */
    public static final String ADD_ACCOUNT = "identity.account-add";

    /** The keyed hash of the identity number, as {@link AccountNumbers} writes it. */
    public static final String NUMBER_HASH = "number-hash";

    /** A rule of logging in, for everybody: fact {@code value}. The subject is the rule's name. */
    public static final String SET_RULE = "identity.sign-in-rule";

    /** Closing an account with all its roles: fact {@code state}. */
    public static final String CLOSE_ACCOUNT = "identity.account-close";

    /** The wanted state of a role that is to end. */
    public static final String ROLE_ENDED = "grant-state.ENDED";

    /** The wanted state of an account that is to be closed. */
    public static final String ACCOUNT_CLOSED = "account-state.CLOSED";

    static final String ROLE_HELD = "grant-state.HELD";
    static final String ACCOUNT_OPEN = "account-state.OPEN";

    private AccountChanges() {}
}
