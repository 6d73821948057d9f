package org.dongvon.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where every command of the launcher begins. */
public final class Main {

    private Main() {}

    /** Runs one command and ends with its exit code: 0 done, 1 refused or check failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        var out = writer(FileDescriptor.out);
        var err = writer(FileDescriptor.err);
        var code = run(out, err, System.getenv(), arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The same without ending the program. */
    static int run(PrintWriter out, PrintWriter err, Map<String, String> environment, String... arguments) {
        var language = CommandLanguage.of(environment, arguments);
        return CommandTree.of(new Console(out, err, language)).execute(arguments);
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
