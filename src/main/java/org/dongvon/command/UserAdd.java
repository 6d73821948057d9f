package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.dongvon.identity.Administration;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.NewAccount;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an account with its first role, and prints the password for the first log-in. */
@Command(name = "add", sortOptions = false)
final class UserAdd implements Callable<Integer> {

    @Parameters(paramLabel = "LOGIN", index = "0", descriptionKey = "user-login")
    private @Nullable String login;

    @Option(names = "--name", required = true, paramLabel = "N")
    private @Nullable String name;

    @Option(names = "--role", paramLabel = "R")
    private @Nullable Role role;

    @Option(names = "--unit", required = true, paramLabel = "CODE")
    private @Nullable String unit;

    @Option(names = "--through", paramLabel = "D")
    private @Nullable String through;

    @Option(names = "--administrator")
    private boolean administrator;

    @Option(names = "--identity-number", paramLabel = "N")
    private @Nullable String identityNumber;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    UserAdd(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (role == null && !administrator) {
            var command = requireNonNull(spec);
            throw new MissingParameterException(command.commandLine(), command.findOption("--role"), "--role");
        }
        var last = through == null ? null : Arguments.day("--through", through);
        try (var context = data.open()) {
            var place = context.get(Units.class).byCode(requireNonNull(unit));
            var account = new NewAccount(
                    requireNonNull(login), requireNonNull(name), role(place), place.id(), Narrowing.NONE, last);
            var password =
                    context.get(Administration.class).add(Actor.SYSTEM, account, Optional.ofNullable(identityNumber));
            tell(account, place, password);
        }
        return ExitCode.OK;
    }

    /** An administrator keeps accounts and has no other role, here or elsewhere. */
    private Role role(Unit place) {
        if (!administrator) {
            return requireNonNull(role);
        }
        if (role != null && role != Role.ADMINISTRATOR) {
            throw new Refused(IdentityRefusal.ROLES_CONFLICT, Role.ADMINISTRATOR, role, place.name());
        }
        return Role.ADMINISTRATOR;
    }

    private void tell(NewAccount account, Unit place, String password) {
        if (!json.asked()) {
            console.say("command.user.ADDED", account.login(), password);
            return;
        }
        console.out().println(Json.object(fields -> {
            fields.writeStringProperty("login", account.login());
            fields.writeStringProperty("role", account.role().name());
            fields.writeStringProperty("unit", place.code());
            fields.writeStringProperty("oneTimePassword", password);
        }));
    }
}
