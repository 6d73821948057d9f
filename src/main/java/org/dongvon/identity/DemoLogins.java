package org.dongvon.identity;

/** The log-ins of demonstration data: one password for all, shown on the log-in page of a demonstration server only. */
public final class DemoLogins {

    /** The password of every account of the demonstration data. */
    public static final String PASSWORD = "dong-von-demo";

    private DemoLogins() {}
}
