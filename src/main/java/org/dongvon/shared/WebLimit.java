package org.dongvon.shared;

/** How much may be asked of the pages; the table {@code shared.web_limit} has the same bounds. */
public enum WebLimit {
    /** Static files, for an address. */
    FILES_PER_MINUTE(60, 1_000_000),
    /** Pages without a log-in, the log-in itself among them, for an address. */
    PUBLIC_PER_MINUTE(10, 1_000_000),
    /** Everything, for an account. */
    ACCOUNT_PER_MINUTE(10, 1_000_000),
    /** Reports, for an account. */
    REPORTS_PER_MINUTE(1, 1_000_000),
    /** What is taken along as a file, for an account. */
    EXPORTS_PER_MINUTE(1, 1_000_000),
    /** Files handed in, for an account. */
    UPLOADS_PER_MINUTE(1, 1_000_000),
    /** The largest file that is handed in. */
    UPLOAD_MEGABYTES(1, 20),
    /** The largest form without a file. */
    FORM_KILOBYTES(64, 1_024);

    private final int least;
    private final int most;

    WebLimit(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whether the limit may be set to a value. */
    public boolean takes(int value) {
        return value >= least && value <= most;
    }
}
