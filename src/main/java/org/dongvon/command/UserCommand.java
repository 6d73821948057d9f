package org.dongvon.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code user …}: accounts of those who log in, by the operator at the terminal. */
@Command(name = "user", sortOptions = false)
final class UserCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    static CommandLine tree(Console console) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new UserAdd(console))
                .addSubcommand(new UserList(console))
                .addSubcommand(new UserDisable(console))
                .addSubcommand(new UserResetPassword(console))
                .addSubcommand(new UserResetSecondFactor(console))
                .addSubcommand(new UserSetting(console));
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "no command");
    }
}
