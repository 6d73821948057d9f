package org.dongvon.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dongvon.identity.Administration;
import org.dongvon.identity.Administration.Listed;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Prints all accounts, one a line. */
@Command(name = "list", sortOptions = false)
final class UserList implements Callable<Integer> {

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    UserList(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var context = data.open()) {
            var accounts = context.get(Administration.class).list();
            if (json.asked()) {
                console.out().println(json(accounts));
            } else {
                accounts.forEach(each ->
                        console.say("command.user.LINE", each.login(), each.fullName(), each.roles(), states(each)));
            }
        }
        return ExitCode.OK;
    }

    private String states(Listed account) {
        var states = new ArrayList<String>();
        states.add(console.text(account.active() ? "command.user.active" : "command.user.closed"));
        if (account.oneTime()) {
            states.add(console.text("command.user.one-time"));
        }
        if (account.hasSecondFactor()) {
            states.add(console.text("command.user.two-step"));
        }
        return String.join(", ", states);
    }

    private static String json(List<Listed> accounts) {
        return Json.object(fields -> {
            fields.writeArrayPropertyStart("users");
            for (var account : accounts) {
                fields.writeStartObject();
                fields.writeStringProperty("login", account.login());
                fields.writeStringProperty("name", account.fullName());
                fields.writeStringProperty("roles", account.roles());
                fields.writeBooleanProperty("active", account.active());
                fields.writeBooleanProperty("oneTimePassword", account.oneTime());
                fields.writeBooleanProperty("secondFactor", account.hasSecondFactor());
                if (account.lastLoggedInAt() != null) {
                    fields.writeStringProperty(
                            "lastLoggedInAt", account.lastLoggedInAt().toString());
                }
                fields.writeEndObject();
            }
            fields.writeEndArray();
        });
    }
}
