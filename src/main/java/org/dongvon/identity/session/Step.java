package org.dongvon.identity.session;

/** What is still to be done after the password was right, before any page opens; in this order. */
public enum Step {
    /** The second factor is to be shown. */
    CODE("/login/code"),
    /** Somebody else chose the password: the person must choose their own. */
    PASSWORD("/login/password"),
    /** The role demands a second factor, and there is none yet. */
    SECOND_FACTOR("/login/second-factor");

    private final String page;

    Step(String page) {
        this.page = page;
    }

    public String page() {
        return page;
    }
}
