package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The log of the data folder is read by programs, whatever a text in it holds. */
class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void isOneJsonObjectALineWithItsTimeItsKindAndItsCause() throws IOException, JoranException {
        var file = folder.resolve("dongvon.log");
        var logs = new LoggerContext();
        logs.setMDCAdapter(new LogbackMDCAdapter());
        // Of this context alone: the logs of the other tests go on.
        logs.putProperty("dongvon.log", file.toString());
        var reader = new JoranConfigurator();
        reader.setContext(logs);
        reader.doConfigure(Objects.requireNonNull(LogFileTest.class.getResource("/logback.xml")));
        var log = logs.getLogger("org.dongvon.Something");

        log.error("Number {}\n{\"level\":\"forged\"}", "7K2Q", new IllegalStateException("a cause"));
        log.atInfo().addKeyValue("kind", "LOGGED_IN").addKeyValue("account", 17).log("security event");
        logs.stop();

        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        var first = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(first.get("level").asString()).isEqualTo("ERROR");
        assertThat(first.get("formattedMessage").asString()).isEqualTo("Number 7K2Q\n{\"level\":\"forged\"}");
        assertThat(first.get("throwable").get("message").asString()).isEqualTo("a cause");
        assertThat(Instant.ofEpochMilli(first.get("timestamp").asLong())).isBeforeOrEqualTo(Instant.now());
        assertThat(first.has("arguments")).isFalse();
        var second = JsonMapper.shared().readTree(lines.getLast());
        assertThat(second.get("kvpList").toString()).contains("LOGGED_IN", "17");
    }
}
