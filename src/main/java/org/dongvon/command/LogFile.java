package org.dongvon.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this run writes what people need not read: {@code dongvon.log} of the data folder. */
final class LogFile {

    /** Read by {@code logback.xml}. */
    private static final String PROPERTY = "dongvon.log";

    private LogFile() {}

    /** Names the folder; must come before the first use of a logger. */
    static void in(Path folder) {
        System.setProperty(PROPERTY, folder.resolve("dongvon.log").toString());
    }

    /** The file in which an error's details are found: the log, or one of its own for a command without a data folder. */
    static String of(String reference, Exception exception) {
        var log = System.getProperty(PROPERTY);
        if (log != null) {
            return log;
        }
        try {
            var file = Files.createTempFile("dongvon-" + reference + "-", ".log");
            try (var text = new PrintWriter(Files.newBufferedWriter(file))) {
                exception.printStackTrace(text);
            }
            return file.toString();
        } catch (IOException e) {
            return "–";
        }
    }
}
