package org.dongvon.command;

import java.nio.file.Path;

/** Where this run writes what people need not read: {@code dongvon.log} of the data folder, else nowhere. */
final class LogFile {

    /** Read by {@code logback.xml}. */
    private static final String PROPERTY = "dongvon.log";

    private LogFile() {}

    /** Names the folder; must come before the first use of a logger. */
    static void in(Path folder) {
        System.setProperty(PROPERTY, folder.resolve("dongvon.log").toString());
    }

    static String path() {
        return System.getProperty(PROPERTY, "–");
    }
}
