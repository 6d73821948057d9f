package org.dongvon.command;

import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** All commands of the launcher, with help in one language. */
final class CommandTree {

    private static final String HELP = "messages.command";

    private static final int HELP_WIDTH = 100;

    private CommandTree() {}

    static CommandLine of(Console console) {
        var tree = new CommandLine(new Dongvon())
                .addSubcommand(new Demo(console))
                .addSubcommand(new Serve(console))
                .addSubcommand(new InterestCommand(console))
                .addSubcommand(new ScheduleCommand(console))
                .addSubcommand(new CloseDayCommand(console))
                .addSubcommand(new CommandLine(new ReportCommand(console))
                        .addSubcommand(new ReportWhy(console))
                        .addSubcommand(new ReportLocalShare(console)))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new CommandLine(new KeysCommand()).addSubcommand(new KeysCommand.Rotate(console)))
                .addSubcommand(new CommandLine(new MessagesCommand())
                        .addSubcommand(new MessagesCommand.Make(console))
                        .addSubcommand(new MessagesCommand.Send(console)))
                .addSubcommand(UserCommand.tree(console))
                .addSubcommand(new WarningsCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(
                        new CommandLine(new SealKeyCommand(console)).addSubcommand(new SealKeyCommand.Renew(console)))
                .addSubcommand(new Bench(console))
                .addSubcommand(new Torture(console))
                .addSubcommand(new Train());
        tree.setResourceBundle(ResourceBundle.getBundle(HELP, console.language().locale()));
        tree.setOut(console.out());
        tree.setErr(console.err());
        tree.setUsageHelpWidth(HELP_WIDTH);
        tree.setUsageHelpAutoWidth(false);
        var mistakes = new Mistakes(console);
        tree.setParameterExceptionHandler(mistakes::wrongUsage);
        tree.setExecutionExceptionHandler(mistakes::failed);
        tree.setExitCodeExceptionMapper(exception -> ExitCode.SOFTWARE);
        return tree;
    }
}
