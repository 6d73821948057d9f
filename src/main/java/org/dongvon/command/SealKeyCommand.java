package org.dongvon.command;

import java.util.concurrent.Callable;
import org.dongvon.ledger.seal.Signing;
import org.dongvon.shared.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the keys that sign the seals, to be published; makes a new one when asked. */
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
            if (json.asked()) {
                keys.forEach(key -> console.out().println(Json.object(fields -> {
                    fields.writeNumberProperty("key", key.number());
                    fields.writeStringProperty("fingerprint", key.fingerprint());
                    fields.writeStringProperty("publicKey", key.base64());
                })));
                return ExitCode.OK;
            }
            if (keys.isEmpty()) {
                console.say("command.seal-key.none");
            }
            keys.forEach(key -> console.say("command.seal-key.line", key.number(), key.fingerprint(), key.base64()));
        }
        return ExitCode.OK;
    }
}
