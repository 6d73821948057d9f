package org.dongvon.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import picocli.CommandLine;

/** Where every command of the launcher begins. */
public final class Main {

    private static final String LANGUAGE = "--lang";

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int exit = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs one command line and gives its exit code: 0 done, 1 refused, 2 wrong usage. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        var messages = Messages.ofModules("shared", "database", "document", "programme", "command");
        var console = new Console(out, err, language(args), messages);
        var line = new CommandLine(new Dongvon())
                .addSubcommand(new InterestCommand(console))
                .addSubcommand(new ScheduleCommand(console))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(new WrongUsage(console))
                .setExecutionExceptionHandler(new Failure(console));
        line.setResourceBundle(ResourceBundle.getBundle(
                "messages.command", console.language().locale()));
        return line.execute(args);
    }

    /** Known before the line is parsed, because what is wrong with the line is said in it too. */
    private static Language language(String[] args) {
        int named = Arrays.asList(args).indexOf(LANGUAGE);
        if (named >= 0 && named + 1 < args.length) {
            return Language.of(args[named + 1]);
        }
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(LANGUAGE + "="))
                .findFirst()
                .map(arg -> Language.of(arg.substring(LANGUAGE.length() + 1)))
                .orElseGet(() -> Language.of(System.getenv("DONGVON_LANG")));
    }
}
