package org.dongvon.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import org.dongvon.identity.Accounts;
import org.dongvon.ledger.seal.PublicKey;
import org.dongvon.ledger.seal.RenewKey;
import org.dongvon.ledger.seal.Signing;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the keys that sign the seals, to be published; makes a new one that the newest vouches for when asked. */
@Command(name = "seal-key", sortOptions = false)
final class SealKeyCommand implements Callable<Integer> {

    @Option(names = "--rotate")
    private boolean rotate;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final DataOption data = new DataOption();

    private final Console console;

    SealKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var context = data.open()) {
            var signing = context.get(Signing.class);
            if (rotate) {
                signing.rotate(Actor.SYSTEM);
            }
            var keys = signing.published();
            if (keys.isEmpty() && !json.asked()) {
                console.say("command.seal-key.none");
            }
            keys.forEach(key -> print(console, json, key));
        }
        return ExitCode.OK;
    }

    private static void print(Console console, JsonOption json, PublicKey key) {
        var renewal = key.renewal();
        if (json.asked()) {
            console.out().println(Json.object(fields -> SealReport.write(fields, key)));
            return;
        }
        console.say("command.seal-key.line", key.number(), key.fingerprint(), key.base64());
        if (renewal != null) {
            SealReport.sayRenewed(console, key.number(), renewal);
        }
    }

    /** {@code seal-key renew}: a key that no other vouches for, after the newest was lost; by two persons. */
    @Command(name = "renew", sortOptions = false)
    static final class Renew implements Callable<Integer> {

        @Option(names = "--as", required = true, paramLabel = "USER", descriptionKey = "as")
        private @Nullable String maker;

        @Option(names = "--witness", required = true, paramLabel = "USER")
        private @Nullable String witness;

        @Option(names = "--reason", required = true, paramLabel = "TEXT")
        private @Nullable String reason;

        @Mixin
        private final JsonOption json = new JsonOption();

        @Mixin
        private final DataOption data = new DataOption();

        private final Console console;

        Renew(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (var context = data.open()) {
                var accounts = context.get(Accounts.class);
                var key = context.get(RenewKey.class)
                        .run(
                                accounts.actor(requireNonNull(maker)),
                                accounts.actor(requireNonNull(witness)),
                                requireNonNull(reason));
                print(console, json, key);
            }
            return ExitCode.OK;
        }
    }
}
